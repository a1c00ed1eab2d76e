"""Starts a program as systemd's socket activation does: `with_listening_socket.py PROGRAM ARGUMENT…` gives it a socket
that listens on a free port of loopback as descriptor 3, and prints the port on stderr."""
import os
import socket
import sys

listener = socket.create_server(('127.0.0.1', 0))
print(listener.getsockname()[1], file=sys.stderr, flush=True)
os.dup2(listener.fileno(), 3)
os.set_inheritable(3, True)
os.execve(sys.argv[1], sys.argv[1:], {**os.environ, 'LISTEN_FDS': '1', 'LISTEN_PID': str(os.getpid())})
