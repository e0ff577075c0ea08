/** How a menu that stands under a button of the bar is drawn; where it stands is its own. */
import styles from './menu.module.css'

export { styles as menuStyles }
