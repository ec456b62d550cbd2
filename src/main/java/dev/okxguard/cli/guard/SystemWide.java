package dev.okxguard.cli.guard;

import java.nio.file.Path;
import java.util.List;

/// How to put a policy where whoever runs the agent cannot change it.
final class SystemWide {
  private SystemWide() {}

  static List<String> commands(Path policy) {
    return List.of(
        "To bind an agent by it, let root own the policy, and give key and state to a user of"
            + " their",
        "own (here: okx) whom the agent (here: agent) reaches through sudo alone:",
        "  sudo useradd --create-home okx",
        "  sudo -u okx mkdir -m 700 /home/okx/.okx      # config.toml with the key goes in here",
        "  sudo install -D -o root -g root -m 644 " + quoted(policy) + " /etc/okx/guard.toml",
        "  echo 'agent ALL=(okx) NOPASSWD: /opt/okx/bin/okx' | sudo tee /etc/sudoers.d/okx",
        "Then, as the agent, sudo -H -u okx /opt/okx/bin/okx guard status tells whether it binds.");
  }

  private static String quoted(Path file) {
    String path = file.toString();
    return path.matches("[A-Za-z0-9_./:@%+=,-]+") ? path : "'" + path.replace("'", "'\\''") + "'";
  }
}
