package org.simrelay.sandbox.vendor;

/** How cmiot may say that no card is in arrears; documented nowhere, so all are to be taken (src/docs/vendors.md). */
public enum EmptyShape {
    /** Status 2 数据库无记录, {@code "result":[]}. */
    STATUS_2("2", "数据库无记录", "[]"),
    /** Status 0, {@code "result":[]}. */
    EMPTY_RESULT("0", "正确", "[]"),
    /** Status 0, an element without its node. */
    MISSING_NODE("0", "正确", "[{}]"),
    /** Status 0, an element whose node is null. */
    NULL_NODE("0", "正确", "[{\"arrearageUserInfo\":null}]"),
    /** Status 0, total "0" and an empty list. */
    TOTAL_ZERO("0", "正确", "[{\"arrearageUserInfo\":{\"total\":\"0\",\"userInfos\":[]}}]"),
    /** Status 0, total "0" and no list. */
    TOTAL_ZERO_ALONE("0", "正确", "[{\"arrearageUserInfo\":{\"total\":\"0\"}}]");

    final String status;
    final String message;
    final String result;

    EmptyShape(String status, String message, String result) {
        this.status = status;
        this.message = message;
        this.result = result;
    }
}
