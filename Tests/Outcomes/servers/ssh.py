"""An SSH server that lets everybody in and answers every command with one word."""

import socket
import threading

import paramiko


class Server(paramiko.ServerInterface):
    def get_allowed_auths(self, username):
        return "password"

    def check_auth_password(self, username, password):
        return paramiko.AUTH_SUCCESSFUL

    def check_channel_request(self, kind, number):
        return paramiko.OPEN_SUCCEEDED

    def check_channel_exec_request(self, channel, command):
        threading.Timer(0.2, answer, (channel,)).start()
        return True


def answer(channel):
    channel.send(b"done")
    channel.send_exit_status(0)
    channel.close()


key = paramiko.RSAKey.generate(2048)
server = socket.create_server(("127.0.0.1", 0))
print(server.getsockname()[1], flush=True)
transports = []
while True:
    transport = paramiko.Transport(server.accept()[0])
    transport.add_server_key(key)
    transport.start_server(server=Server())
    transports.append(transport)
