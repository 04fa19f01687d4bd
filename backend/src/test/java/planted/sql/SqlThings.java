package planted.sql;

/** A store: planted. */
public class SqlThings {}
