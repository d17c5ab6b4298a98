"""SQLAlchemy's connection with less ceremony for each statement, for tests that run them by the ten million.

Statements are SQLAlchemy's, compiled by it, and its types turn values into the database's and back. Only what it sets
up around each single execution (contexts, events, the life of cursors) is left out. What is not plain goes the usual
way.
"""

from collections.abc import Callable
from typing import Any, NamedTuple

from sqlalchemy import Connection
from sqlalchemy.engine.result import IteratorResult, SimpleResultMetaData
from sqlalchemy.sql.compiler import WARN_LINTING

MISSING = object()


class QuickConnection(Connection):
    """Set it as an engine's `_connection_cls`. For a database driver whose connection executes statements itself."""

    def _execute_clauseelement(self, elem: Any, distilled_parameters: Any, execution_options: Any) -> Any:
        given = distilled_parameters[0] if distilled_parameters else {}
        compiled, extracted, named, _ = elem._compile_w_cache(
            dialect=self.dialect,
            compiled_cache=self.engine._compiled_cache,
            column_keys=sorted(given),
            for_executemany=len(distilled_parameters) > 1,
            schema_translate_map=None,
            linting=self.dialect.compiler_linting | WARN_LINTING,
        )
        plan = compiled.__dict__.get("plan")
        if plan is None:
            plan = compiled.plan = _Plan(compiled, self.dialect)
        if not plan.plain or len(distilled_parameters) > 1 or named or self._transaction is None:
            return super()._execute_clauseelement(elem, distilled_parameters, execution_options)
        sql, values = plan.filled(given, extracted)
        try:
            cursor = self.connection.dbapi_connection.execute(sql, values)  # type: ignore[union-attr, attr-defined]
            if cursor.description is None:
                return Done(cursor.lastrowid, cursor.rowcount)
            rows = cursor.fetchall()
        except Exception as error:  # noqa: BLE001 - told in SQLAlchemy's words
            self._handle_dbapi_exception(error, sql, values, None, None)
        return IteratorResult(plan.columns, iter(rows))


class Done(NamedTuple):
    """What is known of a statement that gives no rows."""

    lastrowid: int
    rowcount: int


class _Value(NamedTuple):
    """A value of a statement: given by `key` or `name`, or else the statement's own."""

    name: str
    key: str
    place: int
    """Among the values that this execution's statement has; -1: it stands in what was compiled."""
    bind: Any
    process: Callable[[Any], Any] | None


class _Plan:
    """How a compiled statement is run.

    Attributes:
        plain: whether it is one of those that can be run without ceremony.
        columns: what its rows consist of.
    """

    def __init__(self, compiled: Any, dialect: Any) -> None:
        writes = compiled.isinsert or compiled.isupdate or compiled.isdelete
        self.plain = bool(
            compiled.positional
            and not compiled.isplaintext
            and not compiled.insert_prefetch
            and not compiled.update_prefetch
            and not (writes and compiled.effective_returning)
        )
        self._compiled = compiled
        self._expanding = bool(compiled.literal_execute_params or compiled.post_compile_params)
        binds = {name: bind for bind, name in compiled.bind_names.items()}
        match = compiled._cache_key_bind_match[0] if compiled.cache_key else {}
        taken = enumerate(compiled.cache_key[1]) if compiled.cache_key else ()
        places = {bind: number for number, each in taken for bind in match[each]}
        process = {} if self._expanding else compiled._bind_processors
        self._values = [
            _Value(name, binds[name].key, places.get(binds[name], -1), binds[name], process.get(name))
            for name in (binds if self._expanding else compiled.positiontup or ())
        ]
        columns = [] if writes else compiled._result_columns
        self.columns = SimpleResultMetaData(
            [each.keyname for each in columns],
            [each.objects for each in columns],
            [each.type._cached_result_processor(dialect, None) for each in columns],
        )

    def filled(self, given: Any, extracted: Any) -> tuple[str, tuple[Any, ...]]:
        """The statement's text and its values."""
        if not self._expanding:
            return self._compiled.string, tuple(_of(each, given, extracted) for each in self._values)
        # A list of any length stands in it, which the text has to say.
        named = {each.name: _of(each, given, extracted) for each in self._values}
        expanded = self._compiled._process_parameters_for_postcompile(named)
        process = {**self._compiled._bind_processors, **expanded.processors}
        return expanded.statement, tuple(
            process[name](named[name]) if name in process else named[name] for name in expanded.positiontup
        )


def _of(value: _Value, given: Any, extracted: Any) -> Any:
    found = MISSING
    if given:
        found = given.get(value.key, given.get(value.name, MISSING))
    if found is MISSING:
        bind = extracted[value.place] if value.place >= 0 else value.bind
        found = bind.effective_value
    return found if value.process is None else value.process(found)
