/** What the app's build gives for a file that is asked for as it is. */
declare module '*?raw' {
  const text: string
  export default text
}
