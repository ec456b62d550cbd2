package dev.okxguard.cli.config;

import dev.okxguard.cli.BaseCommand;
import dev.okxguard.cli.Document;
import dev.okxguard.cli.Reach;
import dev.okxguard.cli.Session;
import dev.okxguard.cli.Setup;
import dev.okxguard.config.ConfigPlace;
import dev.okxguard.console.Report;
import dev.okxguard.model.ExitCode;
import dev.okxguard.model.Fault;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import tools.jackson.databind.node.ObjectNode;

/// Where the configuration file is, or would be; also when it cannot be read.
@Reach(Reach.Kind.LOCAL)
@Command(
    name = "path",
    description = "path of the configuration file, whether it is there or not",
    footer = {"okx config path", "okx config path --json"})
final class PathCommand extends BaseCommand {
  @Spec private CommandSpec spec;

  @Override
  protected boolean namesEnvironment() {
    return false;
  }

  @Override
  protected Report run(Session session) {
    Setup setup = Setup.of(spec);
    ConfigPlace place =
        ConfigPlace.of(setup.flags(), setup.environment())
            .orElseThrow(
                () ->
                    new Fault(
                        ExitCode.CONFIG,
                        "HOME is not set, so there is no place for the file",
                        "Set HOME, or name the file with --config."));
    Path path = place.path();
    boolean exists = Files.exists(path);
    if (!exists) {
      session.progress("there is no such file; okx config init makes it");
    }
    ObjectNode json = document(session);
    json.put("file", path.toString());
    json.put("source", place.source());
    json.put("exists", exists);
    return Report.of(json, page -> page.line(path.toString()));
  }

  /// What is wrong in the file is not this command's to say.
  private static ObjectNode document(Session session) {
    try {
      return Document.of(session);
    } catch (Fault _) {
      return Document.of("", "", "");
    }
  }
}
