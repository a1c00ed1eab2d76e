"""The service manager's end of sd_notify: binds a datagram socket at argv[1] and prints what arrives, one JSON object a
line with the time in seconds. Node has no such sockets. Ends with its stdin."""
import json
import selectors
import socket
import sys
import time

manager = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
manager.bind(sys.argv[1].replace('@', '\0', 1))
selector = selectors.DefaultSelector()
selector.register(manager, selectors.EVENT_READ)
selector.register(sys.stdin, selectors.EVENT_READ)
print('"bound"', flush=True)
while True:
    for key, _ in selector.select():
        if key.fileobj is sys.stdin:
            sys.exit()
        message = manager.recv(65536).decode()
        print(json.dumps({'at': time.monotonic(), **dict(line.split('=', 1) for line in message.splitlines())}), flush=True)
