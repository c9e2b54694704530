/** Session tokens: one login at a time per account, shared by all polls. */
@NullMarked
package org.simrelay.session;

import org.jspecify.annotations.NullMarked;
