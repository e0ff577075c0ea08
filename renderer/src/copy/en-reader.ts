/** The words of a window that only reads. */
export const reader = {
  region: 'This window only reads',
  tab: 'Another tab decides in this project. Here you can read along.',
  program: 'This project is open in another window or program. Here you can read along.',
  takeOver: 'Decide here',
  tryAgain: 'Try again',
  refused: 'This window only reads. Nothing was decided.',
}
