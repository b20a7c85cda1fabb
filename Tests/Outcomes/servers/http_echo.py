"""An HTTP server that keeps connections open: what is asked for tells what the answer must be.

`/items/7` is answered with seven lines of that path; a path without a number with one. Also good enough for a client of S3.
"""

import re
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


class Echo(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self):
        path = self.path.partition("?")[0]
        number = re.search(r"\d+$", path)
        # Long enough for requests of several processes to overlap.
        time.sleep(0.01)
        self.answer(f"{path}\n".encode() * int(number[0] if number else 1))

    def do_POST(self):
        self.rfile.read(int(self.headers.get("Content-Length", 0)))
        self.answer(b'{"successes": [], "errors": []}')

    do_HEAD = do_GET
    do_PUT = do_POST

    def answer(self, body):
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Content-Type", "application/json")
        self.send_header("ETag", '"1"')
        self.send_header("Last-Modified", "Tue, 24 Nov 2026 12:00:00 GMT")
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def log_message(self, *_):
        pass


server = ThreadingHTTPServer(("127.0.0.1", 0), Echo)
print(f"127.0.0.1:{server.server_port}", flush=True)
server.serve_forever()
