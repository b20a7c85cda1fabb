"""As much of an LDAP server as a client needs that binds and searches: each search finds one entry, with the name that it asks for."""

import socketserver
import time


def block(tag, *parts):
    body = b"".join(parts)
    return bytes([tag, 0x82, len(body) >> 8, len(body) & 255]) + body


def parts(data):
    """The tags and contents that stand one after the other in the data."""
    while data:
        tag, length, start = data[0], data[1], 2
        if length & 128:
            start += length & 127
            length = int.from_bytes(data[2:start], "big")
        yield tag, data[start:start + length]
        data = data[start + length:]


class Client(socketserver.BaseRequestHandler):
    def receive(self, count):
        data = b""
        while len(data) < count:
            part = self.request.recv(count - len(data))
            if not part:
                raise EOFError
            data += part
        return data

    def handle(self):
        while True:
            try:
                length = self.receive(2)[1]
                if length & 128:
                    length = int.from_bytes(self.receive(length & 127), "big")
                (_, number), (kind, body), *_ = parts(self.receive(length))
            except EOFError:
                return
            # Long enough for questions of several processes to overlap.
            time.sleep(0.005)
            self.answer(kind, list(parts(body)), number)

    def send(self, number, kind, *body):
        self.request.sendall(block(0x30, block(0x02, number), block(kind, *body)))

    def answer(self, kind, body, number):
        success = block(0x0A, b"\0"), block(0x04), block(0x04)
        if kind == 0x60:
            self.send(number, 0x61, *success)
        elif kind == 0x63:
            tag, asked = body[6]
            if tag == 0xA3:
                name = list(parts(asked))[1][1]
                self.send(number, 0x64, block(0x04, b"uid=" + name + b",dc=example,dc=org"), block(0x30))
            self.send(number, 0x65, *success)


class Server(socketserver.ThreadingTCPServer):
    daemon_threads = True


server = Server(("127.0.0.1", 0), Client)
print(f"127.0.0.1:{server.server_address[1]}", flush=True)
server.serve_forever()
