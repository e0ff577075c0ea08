/** Takes a file that is dropped anywhere on the window. */
import { type ReactNode, useEffect, useState } from 'react'
import { en } from '../../copy/en.ts'
import styles from './drop-target.module.css'

interface DropTargetProps {
  /** False where a file would be in the way, as in the middle of an import. */
  readonly isOpen: boolean
  readonly onFile: (file: File) => void
}

export function DropTarget({ isOpen, onFile }: DropTargetProps): ReactNode {
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
      const file = event.dataTransfer?.files[0]
      if (file && isOpen) onFile(file)
    }
    document.addEventListener('dragover', onOver)
    document.addEventListener('dragleave', onLeave)
    document.addEventListener('drop', onDrop)
    return () => {
      document.removeEventListener('dragover', onOver)
      document.removeEventListener('dragleave', onLeave)
      document.removeEventListener('drop', onDrop)
    }
  }, [isOpen, onFile])
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
