package dev.okxguard.cli.config;

import dev.okxguard.cli.BaseCommand;
import dev.okxguard.cli.Document;
import dev.okxguard.cli.Reach;
import dev.okxguard.cli.Session;
import dev.okxguard.config.Setting;
import dev.okxguard.console.Report;
import dev.okxguard.console.Table;
import java.util.List;
import picocli.CommandLine.Command;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Every setting with its source; secrets only as set or not set.
@Reach(Reach.Kind.LOCAL)
@Command(
    name = "show",
    description = "effective settings and where each comes from; never a secret",
    footer = {"okx config show", "okx --demo config show --json"})
final class ShowCommand extends BaseCommand {
  @Override
  protected Report run(Session session) {
    List<Setting> settings = session.settings().effective();
    ObjectNode json = Document.of(session);
    json.put("file", session.settings().file().map(Object::toString).orElse(""));
    ArrayNode array = json.putArray("settings");
    Table table = new Table("key", "value", "source");
    for (Setting setting : settings) {
      ObjectNode item = array.addObject();
      item.put("key", setting.key());
      item.put("value", setting.value());
      item.put("source", setting.source());
      table.row(setting.key(), setting.value(), setting.source());
    }
    return Report.of(json, page -> page.table(table, "Nothing is set."));
  }
}
