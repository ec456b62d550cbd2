package dev.okxguard.cli.config;

import dev.okxguard.cli.BaseCommand;
import dev.okxguard.cli.Document;
import dev.okxguard.cli.Reach;
import dev.okxguard.cli.Session;
import dev.okxguard.console.Report;
import picocli.CommandLine.Command;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The profiles of the configuration file.
@Reach(Reach.Kind.LOCAL)
@Command(
    name = "profiles",
    description = "profiles of the configuration file; the one in use is marked",
    footer = {"okx config profiles", "okx config profiles --json"})
final class ProfilesCommand extends BaseCommand {
  @Override
  protected boolean namesEnvironment() {
    return false;
  }

  @Override
  protected Report run(Session session) {
    ObjectNode json = Document.of(session);
    ArrayNode profiles = json.putArray("profiles");
    session.settings().profiles().forEach(profiles::add);
    return Report.of(
        json,
        page -> {
          if (profiles.isEmpty()) {
            page.line("No profiles.");
          }
          for (String name : session.settings().profiles()) {
            page.line((name.equals(session.profile()) ? "* " : "  ") + name);
          }
        });
  }
}
