/** Takes files and folders that are dropped anywhere on the window. */
import { type ReactNode, useEffect, useState } from 'react'
import { en } from '../../copy/en.ts'
import styles from './drop-target.module.css'

interface DropTargetProps {
  /** False where a file would be in the way, as in the middle of an import. */
  readonly isOpen: boolean
  /** Called while the drop is being heard, as what it holds is gone afterwards. */
  readonly onDrop: (dropped: DataTransfer) => void
}

export function DropTarget({ isOpen, onDrop: onDropped }: DropTargetProps): ReactNode {
  const [isOver, setOver] = useState(false)
  useEffect(() => {
    const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false
    const onOver = (event: DragEvent) => {
      if (!hasFiles(event)) return
      // Always, or the browser would leave the page to show the file.
      event.preventDefault()
      setOver(isOpen)
    }
    const onLeave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false)
    }
    const onDrop = (event: DragEvent) => {
      if (!hasFiles(event)) return
      event.preventDefault()
      setOver(false)
      if (event.dataTransfer && isOpen) onDropped(event.dataTransfer)
    }
    document.addEventListener('dragover', onOver)
    document.addEventListener('dragleave', onLeave)
    document.addEventListener('drop', onDrop)
    return () => {
      document.removeEventListener('dragover', onOver)
      document.removeEventListener('dragleave', onLeave)
      document.removeEventListener('drop', onDrop)
    }
  }, [isOpen, onDropped])
  if (!isOver) return null
  return (
    <div className={styles.over}>
      <div>
        <p className="title">{en.drop.title}</p>
        <p className="muted">{en.drop.lede}</p>
      </div>
    </div>
  )
}
