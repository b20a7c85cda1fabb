"""A MongoDB server that has three documents of everything."""

import socketserver
import struct

import bson

HELLO = {"ok": 1.0, "isWritablePrimary": True, "ismaster": True, "helloOk": True, "minWireVersion": 0, "maxWireVersion": 21,
         "maxBsonObjectSize": 16777216, "maxMessageSizeBytes": 48000000, "maxWriteBatchSize": 100000,
         "logicalSessionTimeoutMinutes": 30, "readOnly": False}


class Client(socketserver.StreamRequestHandler):
    def handle(self):
        while len(header := self.rfile.read(16)) == 16:
            length, number, _, code = struct.unpack("<iiii", header)
            body = self.rfile.read(length - 16)
            if code == 2004:
                # The old form, in which a client greets: flags, name, two numbers, the document.
                command = bson.BSON(body[body.index(b"\0", 4) + 9:]).decode()
            else:
                command = bson.BSON(body[5:5 + struct.unpack("<i", body[5:9])[0]]).decode()
            name = next(iter(command))
            if name.lower() in ("hello", "ismaster"):
                answer = HELLO
            elif name == "aggregate":
                answer = {"ok": 1.0, "cursor": {"id": bson.Int64(0), "ns": "shop.orders", "firstBatch": [{"_id": 1, "n": 3}]}}
            else:
                answer = {"ok": 1.0}
            document = bson.BSON.encode(answer)
            if code == 2004:
                reply = struct.pack("<iqii", 8, 0, 0, 1) + document
                kind = 1
            else:
                reply = struct.pack("<ib", 0, 0) + document
                kind = 2013
            self.wfile.write(struct.pack("<iiii", 16 + len(reply), 1, number, kind) + reply)


class Server(socketserver.ThreadingTCPServer):
    daemon_threads = True


server = Server(("127.0.0.1", 0), Client)
print(server.server_address[1], flush=True)
server.serve_forever()
