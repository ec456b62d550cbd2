#!/usr/bin/env python3
"""Times whole commands of okx, and of the official CLI beside it if there is one.

Needs Python 3.9, openssl and a built image; nothing leaves the machine. A paper exchange is served
on loopback over HTTP, and over HTTPS through a TLS endpoint in front of it with a certificate made
for the run: nginx where it is installed, over HTTP/1.1 and once more where it offers HTTP/2, as OKX
does; otherwise one in Python, which takes its time where a command opens many connections. The
commands of both programs alternate; medians and their ratio are printed, and for an order the ratio
to the simplest read.

    python3 src/bench/compare.py [--image target/okx] [--official "npx okx"] [--runs 11] [--json]

--official is found by itself after `npm install -g @okx_ai/okx-trade-cli`.
"""
import argparse
import json
import os
import platform
import shlex
import shutil
import socket
import ssl
import statistics
import subprocess
import sys
import tempfile
import threading
import time
import urllib.parse

ALL = ["http", "https", "http/2"]
COMMANDS = [
    ("--version", ["--version"], []),
    ("--help", ["--help"], []),
    ("market ticker", ["market", "ticker", "BTC-USDT"], ALL),
    ("account config", ["--demo", "account", "config"], ALL),
    ("account balance", ["--demo", "account", "balance"], ALL),
    ("account positions", ["--demo", "account", "positions"], ALL),
]
OWN = [
    ("order place", ["--demo", "order", "place", "ETH-USDT", "--side", "buy", "--sz", "5"], ALL),
    ("guard check", ["--demo", "guard", "check", "ETH-USDT", "--side", "buy", "--sz", "5"], ALL),
    ("reconcile", ["--demo", "reconcile"], ["http"]),
    ("diagnose", ["--demo", "diagnose"], ["http"]),
]
# The defaults would stop a person who places the same order a dozen times.
LIMITS = """[limits]
max_daily_trades = 10000
max_orders_per_minute = 1000
max_position_size = 5000
duplicate_window_s = 0
repeat_limit = 0
"""
# A command that only reports what it found may end with these, too.
FINDINGS = {"diagnose": {0, 9}, "reconcile": {0, 9}}


def arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--image", default="target/okx", help="the built image")
    parser.add_argument("--official", help="the official CLI's command line")
    parser.add_argument("--runs", type=int, default=11)
    parser.add_argument("--only", action="append", help="only this command; may be repeated")
    # Orders that follow each other quicker wait for OKX's limits, which the paper exchange keeps.
    parser.add_argument("--pause", type=float, default=0.5, help="seconds between two runs")
    parser.add_argument("--json", action="store_true")
    return parser.parse_args()


def certificate(folder):
    """A certificate for loopback and its key, made for the run."""
    made, key = os.path.join(folder, "cert.pem"), os.path.join(folder, "key.pem")
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes",
         "-days", "2", "-keyout", key, "-out", made, "-subj", "/CN=localhost",
         "-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1"],
        check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return made, key


class Nginx:
    """Ends TLS in front of a server that speaks plain HTTP, as the edge of an exchange does."""

    CONFIG = """
daemon off; master_process off; pid pid; error_log error.log;
events { }
http {
  access_log off;
  client_body_temp_path body; proxy_temp_path proxy; fastcgi_temp_path fastcgi;
  uwsgi_temp_path uwsgi; scgi_temp_path scgi;
  ssl_certificate %(certificate)s; ssl_certificate_key %(key)s;
  proxy_http_version 1.1; proxy_set_header Connection ""; proxy_set_header Host %(behind)s;
  upstream exchange { server %(behind)s; keepalive 32; }
  server { listen 127.0.0.1:%(https)d ssl; location / { proxy_pass http://exchange; } }
  server { listen 127.0.0.1:%(http2)d ssl http2; location / { proxy_pass http://exchange; } }
}
"""

    def __init__(self, nginx, folder, behind):
        self.certificate, key = certificate(folder)
        home = os.path.join(folder, "nginx")
        os.makedirs(home)
        ports = {"https": free_port(), "http/2": free_port()}
        config = os.path.join(home, "nginx.conf")
        with open(config, "w") as file:
            file.write(self.CONFIG % {"certificate": self.certificate, "key": key, "behind": "%s:%d" % behind,
                                      "https": ports["https"], "http2": ports["http/2"]})
        self.urls = {scheme: "https://localhost:%d" % port for scheme, port in ports.items()}
        self.process = subprocess.Popen([nginx, "-p", home, "-c", config], stdin=subprocess.DEVNULL,
                                        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        for port in ports.values():
            self.wait(port)

    def wait(self, port):
        for _ in range(100):
            if self.process.poll() is not None:
                break
            try:
                socket.create_connection(("127.0.0.1", port), 1).close()
                return
            except OSError:
                time.sleep(0.05)
        sys.exit("nginx did not start: %s" % self.process.args)

    def close(self):
        self.process.terminate()
        self.process.wait(10)


def free_port():
    with socket.create_server(("127.0.0.1", 0)) as taken:
        return taken.getsockname()[1]


class TlsEndpoint:
    """The same where there is no nginx."""

    def __init__(self, folder, behind):
        self.behind = behind
        self.certificate, key = certificate(folder)
        self.context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        self.context.load_cert_chain(self.certificate, key)
        self.socket = socket.create_server(("127.0.0.1", 0))
        self.urls = {"https": "https://localhost:%d" % self.socket.getsockname()[1]}
        threading.Thread(target=self.accept, daemon=True).start()

    def close(self):
        self.socket.close()

    def accept(self):
        while True:
            try:
                client, _ = self.socket.accept()
            except OSError:
                return
            threading.Thread(target=self.serve, args=(client,), daemon=True).start()

    def serve(self, client):
        try:
            client.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            outer = self.context.wrap_socket(client, server_side=True)
            inner = socket.create_connection(self.behind)
            inner.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        except (OSError, ssl.SSLError):
            client.close()
            return
        back = threading.Thread(target=pump, args=(inner, outer), daemon=True)
        back.start()
        pump(outer, inner)
        back.join(5)
        outer.close()
        inner.close()


def pump(source, sink):
    try:
        while True:
            data = source.recv(65536)
            if not data:
                break
            sink.sendall(data)
    except (OSError, ValueError):
        pass
    try:
        sink.shutdown(socket.SHUT_WR)
    except OSError:
        pass


def once(command, environment):
    """Runs it; seconds of wall time, seconds of CPU, peak memory in MiB, exit code."""
    start = time.perf_counter()
    process = subprocess.Popen(
        command, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    wall = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    scale = 1 << 20 if platform.system() == "Darwin" else 1 << 10
    return wall, used.ru_utime + used.ru_stime, used.ru_maxrss / scale, process.returncode


def measure(name, sides, runs, pause):
    """Alternating runs; the first of each side warms files up and does not count."""
    taken = {side: [] for side in sides}
    for run in range(runs + 1):
        for side, (command, environment) in sides.items():
            time.sleep(pause)
            result = once(command, environment)
            if result[3] not in FINDINGS.get(name, {0}):
                sys.exit("%s: `%s` ended with %d" % (side, shlex.join(command), result[3]))
            if run:
                taken[side].append(result)
    return {
        side: {"wall": statistics.median(r[0] for r in results), "cpu": statistics.median(r[1] for r in results),
               "mib": max(r[2] for r in results)}
        for side, results in taken.items()}


def official(given):
    if given:
        return shlex.split(given)
    node, npm = shutil.which("node"), shutil.which("npm")
    if not node or not npm:
        return None
    root = subprocess.run([npm, "root", "-g"], capture_output=True, text=True).stdout.strip()
    package = os.path.join(root, "@okx_ai", "okx-trade-cli", "package.json")
    if not os.path.exists(package):
        return None
    with open(package) as file:
        binary = json.load(file)["bin"]
    return [node, os.path.join(os.path.dirname(package), binary if isinstance(binary, str) else binary["okx"])]


def serve(okx, home):
    """A paper exchange on loopback; the process and what it says of itself."""
    process = subprocess.Popen([okx, "paper", "serve", "--port", "0"], env=plain(home), text=True,
                               stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    text = ""
    for line in process.stdout:
        text += line
        try:
            return process, json.loads(text)
        except ValueError:
            continue
    sys.exit("`okx paper serve` did not start")


def plain(home, **more):
    return {"HOME": home, "PATH": os.environ.get("PATH", "/usr/bin:/bin"), **more}


def main():
    args = arguments()
    okx = os.path.abspath(os.path.join(args.image, "bin", "okx"))
    if not os.path.exists(okx):
        sys.exit("no image at %s: run mvn -q -DskipTests package" % args.image)
    other = official(args.official)
    folder = tempfile.mkdtemp(prefix="okx-bench")
    server, exchange = serve(okx, folder)
    tls = None
    try:
        address = urllib.parse.urlsplit(exchange["url"])
        tls = endpoint(folder, (address.hostname, address.port))
        rows = []
        for name, words, schemes in COMMANDS + OWN:
            if args.only and name not in args.only:
                continue
            compared = other and (name, words, schemes) in COMMANDS
            for scheme in [one for one in schemes if one in ["http", *tls.urls]] or [""]:
                sides = {"okx": ([okx] + words, ours(folder, exchange, tls, scheme))}
                if compared:
                    sides["official"] = (other + words, theirs(folder, exchange, tls, scheme))
                elif name == "order place":
                    sides["account config"] = ([okx, "--demo", "account", "config"], sides["okx"][1])
                row = {"command": name, "over": scheme, **measure(name, sides, args.runs, args.pause)}
                rows.append(row)
                if not args.json:
                    print(line(row), flush=True)
        if args.json:
            print(json.dumps({"machine": machine(), "runs": args.runs, "rows": rows}, indent=2))
        else:
            print(machine())
    finally:
        if tls:
            tls.close()
        server.terminate()
        server.wait(10)
        shutil.rmtree(folder, ignore_errors=True)


def endpoint(folder, behind):
    nginx = shutil.which("nginx", path=os.environ.get("PATH", "") + os.pathsep + "/usr/sbin")
    return Nginx(nginx, folder, behind) if nginx else TlsEndpoint(folder, behind)


def keys(exchange, url):
    return {"OKX_API_BASE_URL": url, "OKX_API_KEY": exchange["apiKey"], "OKX_SECRET_KEY": exchange["secretKey"],
            "OKX_PASSPHRASE": exchange["passphrase"]}


def ours(folder, exchange, tls, scheme):
    """A home with limits; over HTTPS with a profile, since the certificate's root can only be named there."""
    home = os.path.join(folder, "ours-" + scheme.replace("/", ""))
    os.makedirs(os.path.join(home, ".okx"), mode=0o700, exist_ok=True)
    with open(os.path.join(home, ".okx", "guard.toml"), "w") as file:
        file.write(LIMITS)
    if scheme not in tls.urls:
        return plain(home, **keys(exchange, exchange["url"]))
    config = os.path.join(home, ".okx", "config.toml")
    with open(config, "w") as file:
        file.write('default_profile = "bench"\n[profiles.bench]\napi_key = "%s"\nsecret_key = "%s"\npassphrase = "%s"\n'
                   'demo = true\nbase_url = "%s"\n' % (exchange["apiKey"], exchange["secretKey"],
                                                     exchange["passphrase"],
                                                     tls.urls[scheme]))
        file.write('ca_file = "%s"\n' % tls.certificate)
    os.chmod(config, 0o600)
    return plain(home)


def theirs(folder, exchange, tls, scheme):
    """A home in which it has looked for a newer version already, which it does once a day."""
    home = os.path.join(folder, "official")
    os.makedirs(os.path.join(home, ".okx"), exist_ok=True)
    with open(os.path.join(home, ".okx", "update-check.json"), "w") as file:
        json.dump({"@okx_ai/okx-trade-cli": {"latestVersion": "0.0.0", "checkedAt": int(time.time() * 1000)}}, file)
    if scheme in tls.urls:
        return plain(home, NODE_EXTRA_CA_CERTS=tls.certificate, **keys(exchange, tls.urls[scheme]))
    return plain(home, **keys(exchange, exchange["url"]))


def line(row):
    name = row["command"] + (" (%s)" % row["over"] if row["over"] else "")
    text = "%-26s okx %s" % (name, figures(row["okx"]))
    for other in ("official", "account config"):
        if other in row:
            text += "   %s %s   ratio %.2f" % (other, figures(row[other]), row["okx"]["wall"] / row[other]["wall"])
    return text


def figures(side):
    return "%.3f s wall, %.3f s cpu, %.0f MiB" % (side["wall"], side["cpu"], side["mib"])


def machine():
    return "%s %s, %d processors, load %.1f" % (platform.system(), platform.machine(), os.cpu_count(), os.getloadavg()[0])


if __name__ == "__main__":
    main()
