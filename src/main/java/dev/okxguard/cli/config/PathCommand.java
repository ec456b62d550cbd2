package dev.okxguard.cli.config;

import dev.okxguard.cli.BaseCommand;
import dev.okxguard.cli.Document;
import dev.okxguard.cli.Reach;
import dev.okxguard.cli.Session;
import dev.okxguard.console.Report;
import picocli.CommandLine.Command;
import tools.jackson.databind.node.ObjectNode;

/// Which configuration file is in use.
@Reach(Reach.Kind.LOCAL)
@Command(
    name = "path",
    description = "path of the configuration file in use",
    footer = {"okx config path"})
final class PathCommand extends BaseCommand {
  @Override
  protected boolean namesEnvironment() {
    return false;
  }

  @Override
  protected Report run(Session session) {
    String file = session.settings().file().map(Object::toString).orElse("");
    ObjectNode json = Document.of(session);
    json.put("file", file);
    return Report.of(json, page -> page.line(file.isEmpty() ? "No configuration file." : file));
  }
}
