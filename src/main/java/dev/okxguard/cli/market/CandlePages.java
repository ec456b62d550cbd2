package dev.okxguard.cli.market;

import dev.okxguard.cli.answer.Fields;
import dev.okxguard.console.Json;
import dev.okxguard.okx.Endpoint;
import dev.okxguard.okx.RawReads;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.node.ArrayNode;

/// Candles over as many pages as it takes. OKX keeps the latest 1440 in one list, and all but the
/// open one in another: where the first ends, reading goes on in the second.
final class CandlePages {
  private static final int PAGE = 300;

  private final RawReads reads;
  private final Map<String, String> query;
  private final ArrayNode rows = Json.array();
  private Endpoint endpoint;
  private String cursor;

  /// @param after milliseconds, or null for the newest
  CandlePages(RawReads reads, Map<String, String> query, boolean archive, String after) {
    this.reads = reads;
    this.query = query;
    this.endpoint = archive ? Endpoint.HISTORY_CANDLES : Endpoint.CANDLES;
    this.cursor = after;
  }

  /// So many candles, newest first, or as many as there are.
  ArrayNode read(int limit) {
    boolean older = cursor != null || limit > PAGE;
    boolean more = true;
    while (more && rows.size() < limit) {
      int wanted = Math.min(PAGE, limit - rows.size());
      more = advance(reads.data(endpoint, page(wanted)), wanted, older);
    }
    return rows;
  }

  /// Takes a page in; says whether there may be another.
  private boolean advance(ArrayNode page, int wanted, boolean older) {
    String last = page.isEmpty() ? cursor : Fields.value(page.get(page.size() - 1).path(0));
    boolean moved = last != null && !last.equals(cursor);
    if (moved) {
      rows.addAll(page);
      cursor = last;
    }
    if (moved && page.size() >= wanted) {
      return true;
    }
    boolean next = older && cursor != null && endpoint == Endpoint.CANDLES;
    endpoint = Endpoint.HISTORY_CANDLES;
    return next;
  }

  private Map<String, String> page(int wanted) {
    Map<String, String> page = new LinkedHashMap<>(query);
    if (cursor != null) {
      page.put("after", cursor);
    }
    page.put("limit", Integer.toString(wanted));
    return page;
  }
}
