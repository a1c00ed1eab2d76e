#!/usr/bin/env python3
"""Runs a program where nobody else is: loopback alone, and an /etc/resolv.conf of one's own.

    private_network.py RESOLV_CONF PROGRAM [ARGUMENT…]

Namespaces of the kernel's (util-linux' unshare makes them) hide the machine's network and file from the program, which
may listen on port 53 there. Ends with 77 where the machine does not allow that.
"""
import fcntl
import os
import socket
import struct
import subprocess
import sys

SIOCGIFFLAGS, SIOCSIFFLAGS, IFF_UP = 0x8913, 0x8914, 1


def inside(resolv_conf, command):
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as any_socket:
        request = struct.pack("16sh14x", b"lo", 0)
        (flags,) = struct.unpack("16xh14x", fcntl.ioctl(any_socket, SIOCGIFFLAGS, request))
        fcntl.ioctl(any_socket, SIOCSIFFLAGS, struct.pack("16sh14x", b"lo", flags | IFF_UP))
    subprocess.run(["mount", "--bind", resolv_conf, "/etc/resolv.conf"], check=True)
    os.execvp(command[0], command)


if sys.argv[1] == "--inside":
    inside(sys.argv[2], sys.argv[3:])
namespaces = ["unshare", "--map-root-user", "--net", "--mount"]
alone = [*namespaces, sys.executable, __file__, "--inside", sys.argv[1]]
# Namespaces may be allowed, and what is done within them not.
if subprocess.run([*alone, "true"], capture_output=True).returncode != 0:
    sys.exit(77)
os.execvp(alone[0], [*alone, *sys.argv[2:]])
