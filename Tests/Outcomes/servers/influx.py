"""An InfluxDB server that answers each GET with all that was written, a line each, in order of the alphabet."""

import gzip
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

LINES = []


class Server(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_POST(self):
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        if self.headers.get("Content-Encoding") == "gzip":
            body = gzip.decompress(body)
        LINES.extend(body.splitlines())
        self.send_response(204)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def do_GET(self):
        body = b"".join(line + b"\n" for line in sorted(LINES))
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


server = ThreadingHTTPServer(("127.0.0.1", 0), Server)
print(f"127.0.0.1:{server.server_port}", flush=True)
server.serve_forever()
