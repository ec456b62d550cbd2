/// Tells people: alarms go to webhooks and to programs of the user's own, in bounded time. The only
/// package that starts programs.
///
/// Depends on `model`, `okx.wire` (the HTTP transport) and Jackson. Decides nothing, never throws
/// for a channel's trouble, and prints nothing; whoever sends an alarm records a failed delivery.
package dev.okxguard.alert;
