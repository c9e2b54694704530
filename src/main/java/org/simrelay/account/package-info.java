/** What is one per vendor account and outlives a reload: credentials, gate, token, transaction ids. */
@NullMarked
package org.simrelay.account;

import org.jspecify.annotations.NullMarked;
