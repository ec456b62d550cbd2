#!/usr/bin/env python3
"""Times whole commands of okx, and of the official CLI beside it if there is one.

Needs Python 3.9, openssl and a built image; nothing leaves the machine. A paper exchange is served
on loopback over HTTP, and over HTTPS through a TLS endpoint in front of it with a certificate made
for the run. The commands of both programs alternate; medians and their ratio are printed.

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

COMMANDS = [
    ("--version", ["--version"], []),
    ("--help", ["--help"], []),
    ("market ticker", ["market", "ticker", "BTC-USDT"], ["http", "https"]),
    ("account config", ["--demo", "account", "config"], ["http", "https"]),
    ("account balance", ["--demo", "account", "balance"], ["http", "https"]),
    ("account positions", ["--demo", "account", "positions"], ["http", "https"]),
]
OWN = [
    ("order place", ["--demo", "order", "place", "ETH-USDT", "--side", "buy", "--sz", "5"], ["http", "https"]),
    ("guard check", ["--demo", "guard", "check", "ETH-USDT", "--side", "buy", "--sz", "5"], ["http", "https"]),
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


class TlsEndpoint:
    """Ends TLS in front of a server that speaks plain HTTP."""

    def __init__(self, folder, behind):
        self.behind = behind
        self.certificate = os.path.join(folder, "cert.pem")
        key = os.path.join(folder, "key.pem")
        subprocess.run(
            ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes",
             "-days", "2", "-keyout", key, "-out", self.certificate, "-subj", "/CN=localhost",
             "-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1"],
            check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self.context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        self.context.load_cert_chain(self.certificate, key)
        self.socket = socket.create_server(("127.0.0.1", 0))
        self.url = "https://localhost:%d" % self.socket.getsockname()[1]
        threading.Thread(target=self.accept, daemon=True).start()

    def accept(self):
        while True:
            client, _ = self.socket.accept()
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
    try:
        address = urllib.parse.urlsplit(exchange["url"])
        tls = TlsEndpoint(folder, (address.hostname, address.port))
        rows = []
        for name, words, schemes in COMMANDS + OWN:
            if args.only and name not in args.only:
                continue
            compared = other and (name, words, schemes) in COMMANDS
            for scheme in schemes or [""]:
                sides = {"okx": ([okx] + words, ours(folder, exchange, tls, scheme))}
                if compared:
                    sides["official"] = (other + words, theirs(folder, exchange, tls, scheme))
                row = {"command": name, "over": scheme, **measure(name, sides, args.runs, args.pause)}
                rows.append(row)
                if not args.json:
                    print(line(row), flush=True)
        if args.json:
            print(json.dumps({"machine": machine(), "runs": args.runs, "rows": rows}, indent=2))
        else:
            print(machine())
    finally:
        server.terminate()
        server.wait(10)
        shutil.rmtree(folder, ignore_errors=True)


def keys(exchange, url):
    return {"OKX_API_BASE_URL": url, "OKX_API_KEY": exchange["apiKey"], "OKX_SECRET_KEY": exchange["secretKey"],
            "OKX_PASSPHRASE": exchange["passphrase"]}


def ours(folder, exchange, tls, scheme):
    """A home with limits; over HTTPS with a profile, since the certificate's root can only be named there."""
    home = os.path.join(folder, "ours" + scheme)
    os.makedirs(os.path.join(home, ".okx"), mode=0o700, exist_ok=True)
    with open(os.path.join(home, ".okx", "guard.toml"), "w") as file:
        file.write(LIMITS)
    if scheme == "http":
        return plain(home, **keys(exchange, exchange["url"]))
    config = os.path.join(home, ".okx", "config.toml")
    with open(config, "w") as file:
        file.write('default_profile = "bench"\n[profiles.bench]\napi_key = "%s"\nsecret_key = "%s"\npassphrase = "%s"\n'
                   'demo = true\nbase_url = "%s"\n' % (exchange["apiKey"], exchange["secretKey"],
                                                     exchange["passphrase"],
                                                     tls.url))
        file.write('ca_file = "%s"\n' % tls.certificate)
    os.chmod(config, 0o600)
    return plain(home)


def theirs(folder, exchange, tls, scheme):
    """A home in which it has looked for a newer version already, which it does once a day."""
    home = os.path.join(folder, "official")
    os.makedirs(os.path.join(home, ".okx"), exist_ok=True)
    with open(os.path.join(home, ".okx", "update-check.json"), "w") as file:
        json.dump({"@okx_ai/okx-trade-cli": {"latestVersion": "0.0.0", "checkedAt": int(time.time() * 1000)}}, file)
    if scheme == "https":
        return plain(home, NODE_EXTRA_CA_CERTS=tls.certificate, **keys(exchange, tls.url))
    return plain(home, **keys(exchange, exchange["url"]))


def line(row):
    name = row["command"] + (" (%s)" % row["over"] if row["over"] else "")
    text = "%-26s okx %s" % (name, figures(row["okx"]))
    if "official" in row:
        text += "   official %s   ratio %.2f" % (figures(row["official"]), row["okx"]["wall"] / row["official"]["wall"])
    return text


def figures(side):
    return "%.3f s wall, %.3f s cpu, %.0f MiB" % (side["wall"], side["cpu"], side["mib"])


def machine():
    return "%s %s, %d processors, load %.1f" % (platform.system(), platform.machine(), os.cpu_count(), os.getloadavg()[0])


if __name__ == "__main__":
    main()
