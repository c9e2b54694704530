package org.simrelay.account;

import java.net.SocketTimeoutException;
import org.simrelay.reply.Outcome;
import org.simrelay.reply.RequestFailure;

/** How an attempt may end. */
enum Ending {
    ANSWERED {
        @Override
        void of(Permit permit, Account account) throws Exception {
            permit.goesOut(account);
            permit.release(null);
        }
    },
    NO_ANSWER {
        @Override
        void of(Permit permit, Account account) throws Exception {
            permit.goesOut(account);
            permit.release(new SocketTimeoutException("read"));
        }
    },
    CALL_THROWS {
        @Override
        void of(Permit permit, Account account) throws Exception {
            permit.goesOut(account);
            permit.release(new IllegalStateException("Connection pool shut down"));
        }
    },
    CALL_IS_INTERRUPTED {
        @Override
        void of(Permit permit, Account account) throws Exception {
            permit.goesOut(account);
            permit.release(new InterruptedException());
        }
    },
    CANCELLED_BEFORE_ITS_CALL {
        @Override
        void of(Permit permit, Account account) {
            permit.cancel();
        }
    },
    CANCELLED_IN_ITS_CALL {
        @Override
        void of(Permit permit, Account account) throws Exception {
            permit.goesOut(account);
            permit.cancel();
        }
    },
    SIGNING_THROWS {
        @Override
        void of(Permit permit, Account account) {
            permit.release(new IllegalArgumentException("digest"));
        }
    },
    LOGIN_BRINGS_NO_ANSWER {
        @Override
        void of(Permit permit, Account account) throws Exception {
            permit.loginGoesOut();
            permit.release(away());
        }
    },
    LOGIN_IS_REFUSED_TWICE {
        @Override
        void of(Permit permit, Account account) throws Exception {
            permit.loginGoesOut();
            permit.loginGoesOut();
            permit.release(new RequestFailure(Outcome.DENIED, "0", "the login was refused twice"));
        }
    },
    LOGIN_THROWS {
        @Override
        void of(Permit permit, Account account) throws Exception {
            permit.loginGoesOut();
            permit.release(new IllegalStateException("bug"));
        }
    },
    LOGIN_OF_ANOTHER_FAILED {
        @Override
        void of(Permit permit, Account account) {
            permit.release(new RequestFailure(Outcome.DENIED, "0", "the login was refused twice"));
        }
    },
    CALL_FAILS_BEHIND_A_LOGIN {
        @Override
        void of(Permit permit, Account account) throws Exception {
            permit.loginGoesOut();
            permit.goesOut(account);
            permit.release(away());
        }
    },
    SAID_THREE_TIMES {
        @Override
        void of(Permit permit, Account account) throws Exception {
            permit.goesOut(account);
            permit.release(away());
            permit.release(null);
            permit.cancel();
        }
    };

    /** The vendor's own error. */
    static RequestFailure away() {
        return new RequestFailure(Outcome.TRANSIENT, "HTTP 500", "HTTP status 500");
    }

    abstract void of(Permit permit, Account account) throws Exception;
}
