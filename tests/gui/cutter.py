"""Stands between the program and the service, and cuts off the answers that a test names."""
import http.client
import http.server
import threading
import urllib.parse


class Cutter:
    """Use as a context manager; connect the program to `url`.

    `after` names calls that reach the service and whose answer is then lost, `before` those that
    never reach it: endpoints as "create_survey", or verb and endpoint as "POST exclusion".
    """

    def __init__(self, upstream):
        self.upstream = urllib.parse.urlsplit(upstream)
        self.after = set()
        self.before = set()
        self.seen = []  # endpoints, in order

    def __enter__(self):
        cutter = self

        class Handler(http.server.BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def handle_one(self):
                cutter.pass_on(self)

            do_GET = do_POST = do_PUT = do_PATCH = do_DELETE = handle_one

            def log_message(self, *_):
                pass

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        self.url = f"http://127.0.0.1:{self.server.server_port}{self.upstream.path}"
        return self

    def __exit__(self, *_):
        self.server.shutdown()
        self.server.server_close()

    def pass_on(self, handler):
        endpoint = urllib.parse.urlsplit(handler.path).path.rsplit("/", 1)[-1]
        names = {endpoint, f"{handler.command} {endpoint}"}
        body = handler.rfile.read(int(handler.headers.get("Content-Length") or 0))
        self.seen.append(endpoint)
        if names & self.before:
            handler.close_connection = True
            return
        service = http.client.HTTPConnection(self.upstream.hostname, self.upstream.port)
        headers = {name: value for name, value in handler.headers.items()
                   if name.lower() not in ("host", "connection")}
        service.request(handler.command, handler.path, body, headers)
        answer = service.getresponse()
        content = answer.read()
        service.close()
        if names & self.after:
            handler.close_connection = True
            return
        handler.send_response(answer.status)
        for name, value in answer.getheaders():
            if name.lower() not in ("transfer-encoding", "connection", "content-length"):
                handler.send_header(name, value)
        handler.send_header("Content-Length", str(len(content)))
        handler.end_headers()
        handler.wfile.write(content)
