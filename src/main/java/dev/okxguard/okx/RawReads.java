package dev.okxguard.okx;

import java.util.Map;
import tools.jackson.databind.node.ArrayNode;

/// Reads whose answers are shown as they came.
public interface RawReads {
  /// The answer's `data` array, untouched.
  ///
  /// @param query parameters in the order they are to be sent; blank values are left out
  /// @throws dev.okxguard.model.Fault when the read fails
  ArrayNode data(Endpoint endpoint, Map<String, String> query);

  /// Every page of a list that OKX pages with `after`, newest first.
  ///
  /// @param cursor the field whose value of a page's last row is the next page's `after`
  /// @param pageSize rows a full page has
  /// @param most no further page is read once there are so many
  /// @throws dev.okxguard.model.Fault when any page fails: never a part passed off as the whole
  ArrayNode pages(
      Endpoint endpoint, Map<String, String> query, String cursor, int pageSize, int most);
}
