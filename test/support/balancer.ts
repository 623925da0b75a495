import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { Agent, type RequestOptions, request } from 'node:https'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { aCertificate } from './certificate.ts'
import { freshFolder } from './folder.ts'

/* A real nginx in front of servers of ours, as docs/running.md sets it up, and a client that speaks with it over TLS. */

export const hasNginx = (): boolean => spawnSync('nginx', ['-v']).status === 0

export interface Answer {
  /** 0: none came */
  status: number
  headers: Headers
  text: string
  /** port of the server that answered; of the last one if it was passed on */
  by?: number
  /** how long it took, in milliseconds */
  took: number
}

export interface Balancer {
  /** where people reach it */
  origin: string
  ask(method: string, path: string, asked?: { headers?: Record<string, string>; body?: string }): Promise<Answer>
  close(): Promise<void>
}

/** A port at which nobody listens now. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  await new Promise((closed) => server.close(closed))
  return port
}

/**
 * Shares requests out between these ports of this machine, one after the other. A test may say which one it wants, by
 * its place in the list: X-Only.
 */
export async function aBalancer(ports: number[]): Promise<Balancer> {
  const { root } = freshFolder()
  const { cert, key } = aCertificate()
  const port = await freePort()
  const [config, certFile, keyFile] = ['nginx.conf', 'tls.pem', 'tls.key'].map((name) => join(root, name)) as [
    string,
    string,
    string,
  ]
  writeFileSync(certFile, cert)
  writeFileSync(keyFile, key, { mode: 0o600 })
  writeFileSync(config, configOf(root, port, ports))
  const nginx = spawn('nginx', ['-p', root, '-c', config, '-e', join(root, 'error.log'), '-g', 'daemon off;'], {
    stdio: 'ignore',
  })
  const end = () => nginx.kill('SIGKILL')
  process.once('exit', end)
  const agent = new Agent({ ca: cert, keepAlive: true, maxSockets: 512 })
  const origin = `https://localhost:${port}`
  const ask: Balancer['ask'] = (method, path, asked) => answerOf(origin + path, { ...asked, method, agent })
  while ((await ask('GET', '/stands')).status === 0) await new Promise((done) => setTimeout(done, 20))
  return {
    origin,
    ask,
    async close() {
      agent.destroy()
      process.off('exit', end)
      nginx.kill('SIGTERM')
      await once(nginx, 'close')
    },
  }
}

/**
 * What could not be handed to one server goes to the other, and so does what is only read; what changes something and
 * was sent is not sent twice. A server that is about to stop says so with 502: then it is left alone for two seconds.
 */
const configOf = (root: string, port: number, ports: number[]): string => `
${process.getuid?.() === 0 ? 'user root;' : ''}
worker_processes 1;
pid ${root}/nginx.pid;
events { worker_connections 4096; }
http {
  access_log off;
  client_body_temp_path ${root}/body;
  proxy_temp_path ${root}/proxy;
  fastcgi_temp_path ${root}/fastcgi;
  uwsgi_temp_path ${root}/uwsgi;
  scgi_temp_path ${root}/scgi;
  client_max_body_size 20m;
  keepalive_requests 100000;
  upstream saegil {
    zone saegil 64k;
    ${ports.map((one) => `server 127.0.0.1:${one} max_fails=1 fail_timeout=2s;`).join('\n    ')}
  }
  ${ports.map((one, at) => `upstream only-${at} { server 127.0.0.1:${one}; }`).join('\n  ')}
  map $http_x_only $to {
    default saegil;
    ${ports.map((_, at) => `${at} only-${at};`).join('\n    ')}
  }
  server {
    listen 127.0.0.1:${port} ssl;
    server_name localhost;
    ssl_certificate ${root}/tls.pem;
    ssl_certificate_key ${root}/tls.key;
    location = /stands { return 204; }
    location / {
      proxy_pass http://$to;
      proxy_set_header Host $http_host;
      proxy_set_header X-Forwarded-For $remote_addr;
      proxy_set_header X-Forwarded-Proto $scheme;
      proxy_connect_timeout 2s;
      proxy_read_timeout 40s;
      proxy_next_upstream error timeout http_502;
      proxy_set_header X-Pass-On yes;
      add_header X-Answered-By $upstream_addr always;
    }
  }
}
`

function answerOf(url: string, { body, ...options }: RequestOptions & { body?: string }): Promise<Answer> {
  const began = performance.now()
  const took = () => Math.round(performance.now() - began)
  return new Promise((resolve) => {
    const failed = () => resolve({ status: 0, headers: new Headers(), text: '', took: took() })
    const asked = request(url, options, (answer) => {
      let text = ''
      answer.setEncoding('utf8').on('data', (part) => {
        text += part
      })
      answer.on('error', failed)
      answer.on('end', () => {
        const headers = new Headers()
        for (const [name, value] of Object.entries(answer.headersDistinct))
          for (const one of value ?? []) headers.append(name, one)
        const by = /:(\d+)$/.exec(headers.get('X-Answered-By') ?? '')?.[1]
        resolve({ status: answer.statusCode ?? 0, headers, text, took: took(), ...(by && { by: Number(by) }) })
      })
    })
    asked.on('error', failed)
    asked.end(body)
  })
}
