"""As much of Elasticsearch as a client needs that asks for documents: each has the number that was asked for."""

import json
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


class Node(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self):
        # Long enough for requests of several processes to overlap.
        time.sleep(0.005)
        document = {"_index": "items", "_id": self.path.partition("?")[0].rpartition("/")[2], "found": True, "_source": {}}
        if self.path == "/":
            document = {"version": {"number": "8.15.0", "distribution": "opensearch"}, "tagline": "You Know, for Search"}
        body = json.dumps(document).encode()
        self.send_response(200)
        self.send_header("Content-Type", self.headers.get("Accept", "application/json").split(",")[0].replace("*/*", "application/json"))
        self.send_header("X-Elastic-Product", "Elasticsearch")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


server = ThreadingHTTPServer(("127.0.0.1", 0), Node)
print(f"127.0.0.1:{server.server_port}", flush=True)
server.serve_forever()
