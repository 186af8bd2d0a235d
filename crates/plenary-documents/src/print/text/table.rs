//! Tables in plain text: columns side by side, narrowed and wrapped when a screen asks for it.

use unicode_width::UnicodeWidthStr;

const GAP: &str = "  ";
/// No column is made narrower than this, in columns of the screen.
const CELL_COLUMNS_MIN: usize = 8;

/// The lines of a table: heads, a line below them, rows.
pub(super) fn lines(head: &[String], rows: &[Vec<String>], columns: Option<usize>) -> Vec<String> {
    let mut widths: Vec<usize> = head.iter().map(|cell| cell.width()).collect();
    for row in rows {
        for (width, cell) in widths.iter_mut().zip(row) {
            *width = (*width).max(one_line(cell).width());
        }
    }
    if let Some(columns) = columns {
        narrow(&mut widths, columns);
    }
    let mut under: Vec<String> = widths.iter().map(|width| "-".repeat(*width)).collect();
    // Without a screen the last column is as wide as its longest cell; its line is the head's.
    if let (None, Some(under), Some(head)) = (columns, under.last_mut(), head.last()) {
        under.truncate(head.width());
    }
    let mut lines = row_lines(head, &widths);
    lines.extend(row_lines(&under, &widths));
    lines.extend(rows.iter().flat_map(|row| row_lines(row, &widths)));
    lines
}

/// Takes from the widest column until the row fits or nothing can be taken any more.
fn narrow(widths: &mut [usize], columns: usize) {
    let gaps = GAP.len() * widths.len().saturating_sub(1);
    while widths.iter().sum::<usize>() + gaps > columns {
        let widest = widths.iter_mut().max_by_key(|width| **width);
        match widest.filter(|width| **width > CELL_COLUMNS_MIN) {
            Some(width) => *width -= 1,
            None => return,
        }
    }
}

fn row_lines(cells: &[String], widths: &[usize]) -> Vec<String> {
    let wrapped: Vec<Vec<String>> = cells
        .iter()
        .zip(widths)
        .map(|(cell, width)| super::wrap(&one_line(cell), *width))
        .collect();
    let height = wrapped.iter().map(Vec::len).max().unwrap_or_default();
    (0..height)
        .map(|at| {
            let mut line = String::new();
            for (column, (cell, width)) in wrapped.iter().zip(widths).enumerate() {
                let part = cell.get(at).map_or("", String::as_str);
                line.push_str(if column == 0 { "" } else { GAP });
                line.push_str(part);
                line.push_str(&" ".repeat(width.saturating_sub(part.width())));
            }
            line.truncate(line.trim_end().len());
            line
        })
        .collect()
}

fn one_line(cell: &str) -> String {
    cell.replace('\n', " ")
}
