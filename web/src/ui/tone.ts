/** What a colour stands for; never shown by colour alone. */
export type Tone = 'neutral' | 'info' | 'ok' | 'waiting' | 'warn' | 'bad'
