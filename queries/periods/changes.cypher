// All changes of places with their days, those that are only proposed among them, by id.
// returns: change_id str
// returns: kind str
// returns: stated_on str
// returns: earliest date
// returns: latest date
// returns: status str
// key: change_id
// row: PeriodChange
MATCH (e:ChangeEvent)
RETURN e.id AS change_id, e.kind AS kind, e.stated_on AS stated_on, e.earliest AS earliest, e.latest AS latest,
  e.status AS status
ORDER BY change_id
