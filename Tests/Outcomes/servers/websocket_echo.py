"""A WebSocket server that sends back what it is sent."""

from websockets.sync.server import serve


def echo(connection):
    for message in connection:
        connection.send(message)


with serve(echo, "127.0.0.1", 0) as server:
    print(f"127.0.0.1:{server.socket.getsockname()[1]}", flush=True)
    server.serve_forever()
