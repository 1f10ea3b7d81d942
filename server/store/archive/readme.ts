/** What somebody reads first who opens an archive without Anzhi. */
export const readme = `安治 Anzhi

tables/       每张表一个 CSV 文件（UTF-8，首行为列名；空单元格表示未知，"" 表示空文本）
              one CSV file per table (UTF-8, head line; an empty cell is unknown, "" is an empty text)
  ledger.*    登记簿：记录、生命阶段（*_span）、子表
              registers: records, stretches of their lives (*_span), rows
  anzhi.event 每一次操作：何人、何时、前后值
              every act: who, when, before and after
definitions/  登记簿、指标、词语的定义（JSON）
              what registers, indicators and words mean (JSON)
files/        原始文件，按 SHA-256 命名
              files as they were handed in, named by their SHA-256
manifest.json 清单：表、行数、校验值
              what is here: tables, rows, hashes

恢复 / restore:  npx anzhi restore FILE --data DIR
`
