"""An MQTT broker that accepts every client and reads what it publishes with quality of service 0."""

import socketserver


class Client(socketserver.StreamRequestHandler):
    def handle(self):
        while header := self.rfile.read(1):
            length = shift = 0
            while True:
                byte = self.rfile.read(1)[0]
                length |= (byte & 127) << shift
                shift += 7
                if byte < 128:
                    break
            self.rfile.read(length)
            kind = header[0] >> 4
            if kind == 1:
                self.wfile.write(b"\x20\x02\x00\x00")
            elif kind == 12:
                self.wfile.write(b"\xd0\x00")
            elif kind == 14:
                return


class Broker(socketserver.ThreadingTCPServer):
    daemon_threads = True


server = Broker(("127.0.0.1", 0), Client)
print(server.server_address[1], flush=True)
server.serve_forever()
