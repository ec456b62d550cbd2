package dev.okxguard.cli.help;

import dev.okxguard.console.Json;
import dev.okxguard.console.Page;
import dev.okxguard.console.Report;
import dev.okxguard.console.Table;
import dev.okxguard.diagnose.CheckId;
import dev.okxguard.model.ExitCode;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ArrayNode;

/// Help that belongs to no command.
enum Topic {
  EXIT_CODES {
    @Override
    Report report() {
      return exitCodes();
    }
  },
  ENVIRONMENT {
    @Override
    Report report() {
      return prose(TopicTexts.ENVIRONMENT);
    }
  },
  CONFIG {
    @Override
    Report report() {
      return prose(TopicTexts.CONFIG);
    }
  },
  JSON {
    @Override
    Report report() {
      return prose(TopicTexts.JSON);
    }
  },
  DIAGNOSE {
    @Override
    Report report() {
      return diagnose();
    }
  };

  /// What is to be shown.
  abstract Report report();

  /// The word typed after `okx help`.
  String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// The topic of that word, or empty.
  static Optional<Topic> of(String word) {
    return Arrays.stream(values()).filter(topic -> topic.word().equals(word)).findFirst();
  }

  /// Every word, separated by commas.
  static String words() {
    return Arrays.stream(values()).map(Topic::word).collect(Collectors.joining(", "));
  }

  private static Report exitCodes() {
    ArrayNode json = Json.array();
    Table table = new Table("code", "word", "meaning", "repeat?");
    for (ExitCode code : ExitCode.values()) {
      String number = Integer.toString(code.number());
      table.row(number, code.word(), code.meaning(), code.repeat());
      json.addObject()
          .put("code", number)
          .put("word", code.word())
          .put("meaning", code.meaning())
          .put("repeat", code.repeat());
    }
    return Report.of(
        json,
        page -> page.table(table, "").gap().line("repeat?: may the same command be run again?"));
  }

  private static Report diagnose() {
    ArrayNode json = Json.array();
    Table table = new Table("id", "all is well when", "go-live");
    for (CheckId id : CheckId.values()) {
      String must = id.must() ? "must" : "-";
      table.row(id.word(), id.meaning(), must);
      json.addObject()
          .put("id", id.word())
          .put("group", id.group().word())
          .put("meaning", id.meaning())
          .put("goLive", id.must());
    }
    return Report.of(
        json,
        page -> {
          page.table(table, "").gap();
          write(page, TopicTexts.DIAGNOSE);
        });
  }

  private static Report prose(String text) {
    return Report.of(Json.object().put("text", text), page -> write(page, text));
  }

  private static void write(Page page, String text) {
    text.lines().forEach(page::line);
  }
}
