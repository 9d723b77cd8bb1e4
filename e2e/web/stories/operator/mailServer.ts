import { createServer, type Socket } from 'node:net'

/** A mail server that takes every letter but those to an address it does not know. */
export class MailServer {
  private constructor(private readonly end: () => void) {}

  static start(unknown: string, port: number): Promise<MailServer> {
    const open = new Set<Socket>()
    const server = createServer((socket) => {
      open.add(socket)
      socket.on('close', () => open.delete(socket)).on('error', () => socket.destroy())
      serve(socket, unknown)
    })
    return new Promise((ready) => {
      server.listen(port, '127.0.0.1', () => {
        const end = () => {
          server.close()
          for (const socket of open) socket.destroy()
        }
        ready(new MailServer(end))
      })
    })
  }

  stop(): void {
    this.end()
  }
}

function serve(socket: Socket, unknown: string): void {
  let heard = ''
  let isLetter = false
  const say = (line: string) => socket.write(`${line}\r\n`)
  const answer = (line: string) => {
    if (isLetter) {
      if (line !== '.') return
      isLetter = false
      return say('250 taken')
    }
    const verb = line.slice(0, 4).toUpperCase()
    if (verb === 'QUIT') return socket.end('221 bye\r\n')
    if (verb === 'RCPT' && line.includes(unknown)) return say('550 5.1.1 There is no such mailbox')
    isLetter = verb === 'DATA'
    return say(isLetter ? '354 go on' : '250 fine')
  }
  say('220 mail.example ESMTP')
  socket.on('data', (bytes) => {
    const lines = (heard + bytes).split('\r\n')
    heard = lines.pop() ?? ''
    for (const line of lines) answer(line)
  })
}
