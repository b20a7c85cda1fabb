"""As much of memcached as a client needs that sets, gets and counts: what nobody has set has its own name as value."""

import socketserver
import time

VALUES = {}


class Client(socketserver.StreamRequestHandler):
    def handle(self):
        while header := self.rfile.readline():
            words = header.split()
            # Long enough for questions of several processes to overlap.
            time.sleep(0.002)
            self.answer(words)

    def answer(self, words):
        if words[0] in (b"get", b"gets"):
            for name in words[1:]:
                value = VALUES.get(name, name)
                self.wfile.write(b"VALUE %s 0 %d\r\n%s\r\n" % (name, len(value), value))
            self.wfile.write(b"END\r\n")
        elif words[0] == b"set":
            VALUES[words[1]] = self.rfile.read(int(words[4]) + 2)[:-2]
            if words[-1] != b"noreply":
                self.wfile.write(b"STORED\r\n")
        elif words[0] == b"incr":
            VALUES[words[1]] = b"%d" % (int(VALUES.get(words[1], b"0")) + int(words[2]))
            self.wfile.write(VALUES[words[1]] + b"\r\n")
        else:
            self.wfile.write(b"ERROR\r\n")


class Server(socketserver.ThreadingTCPServer):
    daemon_threads = True


server = Server(("127.0.0.1", 0), Client)
print(f"127.0.0.1:{server.server_address[1]}", flush=True)
server.serve_forever()
