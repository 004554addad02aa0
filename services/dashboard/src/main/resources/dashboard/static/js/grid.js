// The class grid: one stop for the Tab key, arrows inside, Enter opens the drawer, Escape closes it and returns to the cell.

const drawer = document.getElementById('drawer')
const wrap = document.getElementById('gridwrap')
if (drawer) {
  const at = new URL(location.href)
  let current
  let open = at.searchParams.get('code') ? `c-${at.searchParams.get('student')}-${at.searchParams.get('code')}` : null

  const cells = row => [...row.querySelectorAll('td > a')]
  const cellsInRows = () => [...document.querySelectorAll('#rows > tr')].map(cells)
  const head = () => {
    const first = wrap?.querySelector('thead tr')
    if (first) wrap.style.setProperty('--head', `${first.querySelector('.unit')?.offsetHeight ?? 34}px`)
  }
  const settle = () => {
    head()
    const cell = (current && document.getElementById(current)) ?? document.querySelector('#rows td > a')
    document.querySelectorAll('#rows td > a[tabindex="0"]').forEach(a => { a.tabIndex = -1 })
    if (cell) { cell.tabIndex = 0; current = cell.id }
    document.querySelectorAll('#rows a.open').forEach(a => a.classList.remove('open'))
    if (open) document.getElementById(open)?.classList.add('open')
  }
  const column = cell => document.querySelectorAll('#grid .comp')[cell.parentElement.cellIndex - 1]
  const go = cell => {
    if (!cell) return
    document.getElementById(current)?.setAttribute('tabindex', '-1')
    cell.tabIndex = 0
    current = cell.id
    cell.focus()
  }
  const remember = query => {
    const address = new URL(location.href)
    address.searchParams.delete('student'); address.searchParams.delete('code')
    if (query) for (const [name, value] of query) address.searchParams.set(name, value)
    history.replaceState(history.state, '', address)
  }
  const show = cell => {
    const url = new URL(cell.href)
    open = cell.id
    current = cell.id
    settle()
    remember(url.searchParams)
    window.htmx.ajax('GET', `${url.pathname}/evidence${url.search}`, { target: '#drawer', swap: 'innerHTML', headers: { 'PL-Focus': 'drawer' } })
  }
  const close = () => {
    if (!drawer.firstElementChild) return
    const back = open
    drawer.replaceChildren()
    open = null
    remember(null)
    settle()
    document.getElementById(back)?.focus()
  }

  document.addEventListener('click', event => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return
    const cell = event.target.closest('#rows td > a')
    if (cell) { event.preventDefault(); show(cell) } else if (event.target.closest('#ev-close')) { event.preventDefault(); close() }
  })
  document.addEventListener('keydown', event => {
    if (event.key === 'Escape' && !document.querySelector(':popover-open')) { close(); return }
    const cell = event.target.closest?.('#rows td > a')
    if (!cell || event.altKey || event.metaKey) return
    const rows = cellsInRows()
    const y = rows.findIndex(row => row.includes(cell))
    const x = rows[y].indexOf(cell)
    const to = {
      ArrowRight: () => rows[y][x + 1], ArrowLeft: () => rows[y][x - 1],
      ArrowDown: () => rows[y + 1]?.[x], ArrowUp: () => rows[y - 1]?.[x],
      Home: () => event.ctrlKey ? rows[0][0] : rows[y][0], End: () => event.ctrlKey ? rows.at(-1).at(-1) : rows[y].at(-1),
      PageDown: () => rows[Math.min(rows.length - 1, y + 10)][x], PageUp: () => rows[Math.max(0, y - 10)][x],
      ' ': () => { show(cell) },
    }[event.key]
    if (!to) return
    event.preventDefault()
    go(to())
  })
  let hot
  document.addEventListener('focusin', event => {
    hot?.classList.remove('hot')
    const cell = event.target.closest?.('#rows td > a')
    if (cell) { hot = column(cell); hot?.classList.add('hot') }
  })

  // What moved is lit for a moment and told to screen readers.
  let before = new Map()
  const picture = () => new Map([...document.querySelectorAll('#rows td > a')].map(a => [a.id, a.className.match(/lv\d/)?.[0]]))
  let columnFocus
  document.addEventListener('htmx:beforeSwap', event => {
    if (event.target.id !== 'rows') return
    before = picture()
    columnFocus = document.activeElement?.closest?.('#rows') ? document.activeElement.id : null
  })
  document.addEventListener('htmx:afterSwap', () => {
    if (before.size) {
      const names = document.getElementById('fresh')?.dataset.changed ?? ''
      const news = []
      for (const [id, level] of picture()) {
        if (!before.has(id) || before.get(id) === level) continue
        const cell = document.getElementById(id)
        cell.classList.add('changed')
        news.push(names.replace('{name}', cell.closest('tr').querySelector('.nm > span').textContent)
          .replace('{competency}', column(cell)?.querySelector('.rot').textContent ?? '').replace('{state}', cell.getAttribute('aria-label')))
      }
      before = new Map()
      if (news.length && news.length < 4) document.dispatchEvent(new CustomEvent('pl:say', { detail: news.join('. ') }))
    }
    settle()
    if (columnFocus) { document.getElementById(columnFocus)?.focus({ preventScroll: true }); columnFocus = null }
  })
  settle()
  addEventListener('resize', head)
  if (open) document.getElementById(open)?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
}
