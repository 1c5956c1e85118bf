"""The group chat server of the documents: a thread that receives, and a sendto for each member."""
import datetime
import socket
import threading


class ChatServer:
    def __init__(self, ip="127.0.0.1", port=0, interval=10):
        self.sock = socket.socket(type=socket.SOCK_DGRAM)
        self.sock.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4 * 1024 * 1024)
        self.sock.bind((ip, port))
        self.clients = {}
        self.interval = interval
        self.event = threading.Event()

    def start(self):
        print("ready: udp {}:{}".format(*self.sock.getsockname()), flush=True)
        threading.Thread(target=self.recv, name="recv").start()

    def recv(self):
        while not self.event.is_set():
            data, raddr = self.sock.recvfrom(1024)
            current = datetime.datetime.now().timestamp()
            if data.strip() == b"^hb^":
                self.clients[raddr] = current
                continue
            if data.strip() == b"quit":
                self.clients.pop(raddr, None)
                continue
            self.clients[raddr] = current
            msg = "Ack {}. from {}:{}".format(data.upper().decode(), *raddr).encode()
            gone = set()
            for client, seen in self.clients.items():
                if current - seen > self.interval:
                    gone.add(client)
                else:
                    self.sock.sendto(msg, client)
            for client in gone:
                self.clients.pop(client)


ChatServer().start()
