/// Real processes of the assembled image on one account: killed at any moment, and several at once.
/// Held to what the journal and the exchange say afterwards. Runs after the image is built.
package dev.okxguard.processes;
