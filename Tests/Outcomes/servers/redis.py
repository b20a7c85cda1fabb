"""As much of Redis as a client needs that sets and gets: what nobody has set has its own name as value."""

import itertools
import socketserver
import time

NUMBERS = itertools.count(1)
VALUES = {}


def text(value):
    return b"$%d\r\n%s\r\n" % (len(value), value)


class Client(socketserver.StreamRequestHandler):
    def handle(self):
        while header := self.rfile.readline():
            words = []
            for _ in range(int(header[1:])):
                length = int(self.rfile.readline()[1:])
                words.append(self.rfile.read(length + 2)[:-2])
            # Long enough for questions of several processes to overlap.
            time.sleep(0.002)
            self.wfile.write(self.answer(words))

    def answer(self, words):
        command = words[0].upper()
        if command == b"HELLO":
            facts = {b"server": text(b"redis"), b"version": text(b"7.2.0"), b"proto": b":%s\r\n" % words[1],
                     b"id": b":%d\r\n" % next(NUMBERS), b"mode": text(b"standalone"), b"role": text(b"master"),
                     b"modules": b"*0\r\n"}
            start = b"%%%d\r\n" % len(facts) if words[1] == b"3" else b"*%d\r\n" % (2 * len(facts))
            return start + b"".join(text(name) + value for name, value in facts.items())
        if command == b"GET":
            return text(VALUES.get(words[1], words[1]))
        if command == b"SET":
            VALUES[words[1]] = words[2]
        return b"+PONG\r\n" if command == b"PING" else b"+OK\r\n"


class Server(socketserver.ThreadingTCPServer):
    daemon_threads = True


server = Server(("127.0.0.1", 0), Client)
print(f"127.0.0.1:{server.server_address[1]}", flush=True)
server.serve_forever()
