"""As much of ZooKeeper as a client needs that lists a node's children."""

import socket
import struct
import threading


def read(connection, count):
    data = b""
    while len(data) < count:
        part = connection.recv(count - len(data))
        if not part:
            raise SystemExit
        data += part
    return data


def request(connection):
    return read(connection, struct.unpack("!i", read(connection, 4))[0])


def send(connection, body):
    connection.sendall(struct.pack("!i", len(body)) + body)


def serve(connection):
    request(connection)
    send(connection, struct.pack("!iiqi", 0, 10000, 1, 16) + b"\1" * 16 + b"\0")
    while True:
        number, kind = struct.unpack("!ii", request(connection)[:8])
        body = struct.pack("!iqi", number, 1, 0)
        if kind in (8, 12):  # the children, without and with the node's figures
            body += struct.pack("!ii", 1, 3) + b"abc"
        if kind == 12:
            body += struct.pack("!qqqqiiiqiiq", *([0] * 11))
        send(connection, body)


server = socket.create_server(("127.0.0.1", 0))
print(f"127.0.0.1:{server.getsockname()[1]}", flush=True)
while True:
    threading.Thread(target=serve, args=(server.accept()[0],), daemon=True).start()
