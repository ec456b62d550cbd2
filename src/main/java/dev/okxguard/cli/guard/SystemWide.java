package dev.okxguard.cli.guard;

import java.nio.file.Path;
import java.util.List;

/// How to put a policy where whoever runs the agent cannot change it.
final class SystemWide {
  private SystemWide() {}

  static List<String> commands(Path policy) {
    return List.of(
        "To bind an agent by it, let root own policy and place of state, and give key and state to",
        "a user of their own (here: okxguard) that the agent reaches through sudo alone:",
        "  sudo useradd --system --create-home --home-dir /var/lib/okx-guard okxguard",
        "  sudo install -d -o okxguard -g okxguard -m 700 /var/lib/okx-guard/state",
        "  sudo install -d -o root -g root -m 755 /etc/okx",
        "  sudo install -o root -g root -m 644 " + quoted(policy) + " /etc/okx/guard.toml",
        "  sudo sed -i 's|^# state_dir = .*|state_dir = \"/var/lib/okx-guard/state\"|'"
            + " /etc/okx/guard.toml",
        "Then, as the agent's user, okx guard status says whether it is enforced.");
  }

  private static String quoted(Path file) {
    String path = file.toString();
    return path.matches("[A-Za-z0-9_./:@%+=,-]+") ? path : "'" + path.replace("'", "'\\''") + "'";
  }
}
