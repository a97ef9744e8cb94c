//! What the table shows of the results: its columns and the one that orders its rows.

use incidents::dataset::grid::Column;

/// The table's part of the address: `cols=entry,detected,silence&sort=-detected`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Grid {
    /// The columns, each once, in their order; the entry always leads.
    pub columns: Vec<Column>,
    /// The column that orders the rows, and whether from the last to the first; none: the results'
    /// own order.
    pub sort: Option<(Column, bool)>,
}

impl Default for Grid {
    fn default() -> Self {
        Self {
            columns: Column::FIRST.to_vec(),
            sort: None,
        }
    }
}

impl Grid {
    /// Takes a key of the address; false where it means nothing, or not all of it does.
    pub fn take(&mut self, key: &str, value: &str) -> bool {
        match key {
            "cols" => {
                let named: Vec<Option<Column>> = value.split(',').map(Column::named).collect();
                let known: Vec<Column> = named.iter().flatten().copied().collect();
                if !known.is_empty() {
                    self.columns = ordered(&known);
                }
                known.len() == named.len()
            }
            "sort" => {
                let (word, descending) = match value.strip_prefix('-') {
                    Some(word) => (word, true),
                    None => (value, false),
                };
                self.sort = Column::named(word).map(|column| (column, descending));
                self.sort.is_some()
            }
            _ => false,
        }
    }

    /// Keys and values for the address; what is as by itself is left out.
    pub fn pairs(&self) -> Vec<(&'static str, String)> {
        let mut pairs: Vec<(&str, String)> = Vec::new();
        if self.columns != Column::FIRST {
            let words: Vec<&str> = self.columns.iter().map(|c| c.word()).collect();
            pairs.push(("cols", words.join(",")));
        }
        if let Some((column, descending)) = self.sort {
            let sign = if descending { "-" } else { "" };
            pairs.push(("sort", sign.to_owned() + column.word()));
        }
        pairs
    }

    /// With a column more, or less; the entry stays. An order by a column that goes, goes too.
    pub fn toggled(&self, column: Column) -> Grid {
        let mut columns = self.columns.clone();
        match columns.contains(&column) {
            true => columns.retain(|c| *c != column),
            false => columns.push(column),
        }
        let columns = ordered(&columns);
        let sort = self.sort.filter(|(by, _)| columns.contains(by));
        Grid { columns, sort }
    }

    /// Ordered by a column: first from its beginning, then from its end, then not at all.
    pub fn sorted(&self, column: Column) -> Grid {
        let sort = match self.sort {
            Some((by, false)) if by == column => Some((column, true)),
            Some((by, true)) if by == column => None,
            _ => Some((column, false)),
        };
        Grid {
            sort,
            ..self.clone()
        }
    }
}

/// Columns in the order they stand, each once, the entry first.
pub fn ordered(columns: &[Column]) -> Vec<Column> {
    let shown = |c: &Column| *c == Column::Entry || columns.contains(c);
    Column::ALL.iter().copied().filter(shown).collect()
}
