package dev.okxguard.cli.config;

import dev.okxguard.cli.BaseCommand;
import dev.okxguard.cli.Document;
import dev.okxguard.cli.Reach;
import dev.okxguard.cli.Session;
import dev.okxguard.config.ProfileSummary;
import dev.okxguard.console.Report;
import dev.okxguard.console.Table;
import dev.okxguard.model.Environment;
import java.util.Locale;
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
    Table table = new Table("", "profile", "environment", "base_url", "read_only", "key");
    for (ProfileSummary profile : session.settings().summaries()) {
      boolean used = profile.name().equals(session.profile());
      String key = profile.key().name().toLowerCase(Locale.ROOT);
      String environment = profile.environment().map(Environment::word).orElse("");
      profiles
          .addObject()
          .put("name", profile.name())
          .put("inUse", used)
          .put("env", environment)
          .put("baseUrl", profile.baseUrl())
          .put("readOnly", profile.readOnly())
          .put("key", key);
      table.row(
          used ? "*" : "",
          profile.name(),
          environment.isEmpty() ? "not chosen" : environment,
          profile.baseUrl(),
          Boolean.toString(profile.readOnly()),
          key);
    }
    return Report.of(json, page -> page.table(table, "No profiles; okx config init adds one."));
  }
}
