/// Replays what OKX clients of other makes send, over loopback HTTP: their paths, queries, headers
/// and bodies, and the fields they read. Uses the paper exchange's public face alone.
package dev.okxguard.paper.replay;
