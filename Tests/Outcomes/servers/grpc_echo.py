"""A gRPC server that answers every method with what it was sent, and `Publish` with the number of a message."""

from concurrent.futures import ThreadPoolExecutor

import grpc


class AnyMethod(grpc.GenericRpcHandler):
    def service(self, details):
        # A PublishResponse whose first field, the numbers of the messages, holds "1".
        is_publish = details.method.endswith("/Publish")
        return grpc.unary_unary_rpc_method_handler(lambda request, _: b"\x0a\x011" if is_publish else request)


server = grpc.server(ThreadPoolExecutor(8), handlers=[AnyMethod()])
port = server.add_insecure_port("127.0.0.1:0")
server.start()
print(f"127.0.0.1:{port}", flush=True)
server.wait_for_termination()
