"""A ZeroMQ socket that answers each question with the question."""

import zmq

socket = zmq.Context().socket(zmq.REP)
port = socket.bind_to_random_port("tcp://127.0.0.1")
print(f"127.0.0.1:{port}", flush=True)
while True:
    socket.send(socket.recv())
