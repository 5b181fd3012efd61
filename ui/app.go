// Package ui is juan on a terminal: the one bubbletea model, its panes, and the table
// of its commands. It knows no files; what is to be read comes through a function.
package ui

import (
	"image"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"

	"juan/model"
	"juan/ui/cell"
	"juan/ui/picture"
	"juan/ui/screen"
	"juan/ui/task"
	"juan/ui/theme"
)

// Drawn is how wide the terminal turns out to draw, when it says so late.
type Drawn cell.Policy

// Unstopped is the message that the program was asked to stop (^Z) and did not, since
// no shell is there to continue it.
type Unstopped struct{}

// App is the whole program; it is the only tea.Model.
type App struct {
	opt      Options
	commands []command
	reading  model.Reading

	list    listPane
	text    textPane
	outline outlinePane
	pair    pair    // two texts side by side
	layers  []layer // over the panes, the topmost last
	mouse   mouse

	w, h      int
	rows      []screen.Row // of the panes in the frame, drawn over by the next
	focus     focus
	wish      wish // how the reader wants the panes arranged, without the focus
	policy    cell.Policy
	theme     *theme.Theme
	ground    theme.Ground
	profile   colorprofile.Profile
	notice    notice
	typed     typed
	touched   bool // a key was pressed: what loads no longer moves the reader
	ending    bool // the program is to end
	presses   int  // keys, clicks and turns of the wheel so far
	browsed   run  // moving in the list
	slid      run  // moving wide lines, or trying to
	stay      stay
	following model.Place // the end of a text, which is gone along with while it grows
	now       func() time.Time

	loading  task.Task[model.News]
	progress progress

	fetching   task.Task[fetched]
	fetchingOf *model.Entry
	unread     *model.Entry // could not be fetched, and is not asked for again
	later      later

	filtering counting
	settling  settling

	ordering task.Task[model.Sorted]
	guided   bool // the guide was opened

	finding    counting
	sought     model.Counts // what is searched for everywhere
	sights     sights
	everywhere *popup  // lists them; kept when it is closed, nil before it was opened
	held       heldHit // under its cursor
	refiltered bool    // the list was filtered since it was shown

	searching    task.Task[sighting]
	searchingOf  *model.Article
	searchingFor model.Query
	seeking      *seeking

	offering offering // what would be found where nothing is

	editing  editing
	piping   piping
	speaking speaking
	scripts  scripts
	pacing   pacing
	marking  marking
	markList *markList // is open; nil where it is not

	memory remembering
	recent recent // what was looked for

	viewed      viewed
	figuresTask task.Task[drawnFigure] // pictures for the text
	colouring   colouring
	named       uint32 // the number of the picture that was last given a name in the terminal
}

// New returns an App that is about to load its articles.
func New(opt Options) *App {
	a := &App{
		opt:      opt,
		commands: opt.Keymap.commands(),
		list:     listPane{words: opt.Words},
		text:     textPane{words: opt.Words, settings: opt.Settings},
		outline:  outlinePane{words: opt.Words},
		policy:   opt.Policy,
		ground:   opt.Ground,
		typed:    typed{keys: opt.Typed, early: len(opt.Typed), since: time.Now()},
		now:      time.Now,
		profile:  colorprofile.TrueColor,
	}
	a.list.offers = a.offersListed
	a.wish.noOutline = opt.NoOutline
	if opt.Alone {
		a.focus, a.wish.side = onText, onOutline
	}
	a.dress()
	if !opt.Alone {
		a.reading.Corpus.PutFirst(guideID(opt.Words.Language))
	}
	a.notice.text = opt.Notice
	a.memory.keeping.every = keepEvery
	a.recollect()
	return a
}

// dress makes the theme anew.
func (a *App) dress() {
	a.theme = theme.Of(a.opt.Sheet, a.opt.Custom, a.ground, a.profile)
}

// Init starts to load and asks the terminal for its background.
func (a *App) Init() tea.Cmd {
	return tea.Batch(a.load(), tea.RequestBackgroundColor, a.begin())
}

// Update routes a message to where it belongs, and begins what work that
// leaves to be done.
func (a *App) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	a.lingered()
	cmd := a.route(msg)
	cmd = tea.Batch(cmd, a.hear())
	a.showMemoryFailure()
	if a.empty(a.focus) { // what it showed is gone
		a.look(onText)
	}
	a.passGuide()
	a.linger()
	a.measurePace()
	for _, more := range []tea.Cmd{a.tend(), a.remember()} {
		if more != nil {
			cmd = tea.Batch(cmd, more)
		}
	}
	return a, cmd
}

func (a *App) route(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		return a.press(msg)
	case tea.PasteMsg:
		return a.paste(msg)
	case tea.MouseMsg:
		return a.mouseEvent(msg)
	case task.Batch[model.News]:
		return a.loaded(msg)
	case task.Batch[fetched]:
		return tea.Batch(a.arrived(msg), a.rearrived(msg))
	case task.Batch[model.Tally]:
		return a.counted(msg)
	case task.Batch[model.Offer]:
		return a.offered(msg)
	case task.Batch[spoken]:
		return a.spokenOf(msg)
	case clipping:
		return a.clipped(msg)
	case task.Batch[sighting]:
		return a.sighted(msg)
	case task.Batch[model.Sorted]:
		return a.ordered(msg)
	case task.Batch[loadedScript]:
		return a.scriptLoaded(msg)
	case task.Batch[coloured]:
		return a.codeColoured(msg)
	case task.Batch[drawnFigure]:
		return a.figuresDrawn(msg)
	case task.Batch[drawn]:
		return a.viewedDrawn(msg)
	case task.Batch[sight]:
		return a.resolved(msg)
	case task.Batch[editor]:
		return a.editorFound(msg)
	case edited:
		return a.editorEnded(msg)
	case task.Batch[piped]:
		return a.pipeEnded(msg)
	case pulled:
		return a.pulled(msg)
	case task.Batch[marksTold]:
		return a.marksTold(msg)
	case noteReady:
		return msg.run()
	case noteEdited:
		return a.noteEdited(msg)
	}
	if cmd, ok := a.memorised(msg); ok {
		return cmd
	}
	return a.answered(msg)
}

// answered takes a message in which the terminal answers a question about itself.
func (a *App) answered(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		first := a.w == 0
		if a.w, a.h = msg.Width, msg.Height; !first {
			return a.askCellSize()
		}
	case tea.ResumeMsg: // with the screen the terminal’s memory was left
		a.text.figures, a.pair.aside.figures, a.viewed.room = nil, nil, image.Point{}
	case Unstopped:
		a.say("status.unstopped")
	case CellSize:
		a.opt.Medium.Cell = image.Point(msg)
	case picture.Way:
		a.opt.Medium.Way = msg
	case tea.BackgroundColorMsg:
		a.ground = theme.Light
		if msg.IsDark() {
			a.ground = theme.Dark
		}
		a.dress()
	case tea.ColorProfileMsg:
		a.profile = msg.Profile
		a.dress()
	case tea.ModeReportMsg:
		a.mode(msg)
	case Drawn:
		a.policy.WideAmbiguous, a.policy.Narrow = msg.WideAmbiguous, msg.Narrow
	}
	return nil
}

// paste hands pasted text to the prompt, and opens one where the text is no key of a
// command.
func (a *App) paste(msg tea.PasteMsg) tea.Cmd {
	if a.front().typing() == nil {
		if a.front().scope(a)&inPanes == 0 || msg.Content == "" {
			return nil
		}
		a.find()
	}
	return a.front().typing().update(msg)
}

// mode takes the terminal's word that it draws grapheme clusters; the renderer
// measures by them from then on, and so must we.
func (a *App) mode(m tea.ModeReportMsg) {
	if m.Mode == ansi.ModeUnicodeCore && (m.Value == ansi.ModeReset || m.Value == ansi.ModeSet || m.Value == ansi.ModePermanentlySet) {
		a.policy.Clusters = true
	}
}

// leave ends the program, or only the popup that is looked at.
func (a *App) leave() tea.Cmd {
	if a.front().scope(a)&inPopup != 0 {
		return a.close()
	}
	return a.quit()
}

// Ending reports whether the program is about to end.
func (a *App) Ending() bool { return a.ending }

// quit ends what is under way, and the program.
func (a *App) quit() tea.Cmd {
	a.ending = true
	a.loading.Stop()
	a.fetching.Stop()
	a.filtering.Stop()
	a.finding.Stop()
	a.ordering.Stop()
	a.searching.Stop()
	a.sights.task.Stop()
	a.offering.Stop()
	a.hush()
	a.scripts.Stop()
	a.viewed.Stop()
	a.editing.begun.Stop()
	a.editing.ended.Stop()
	a.piping.Stop()
	a.figuresTask.Stop()
	a.colouring.Stop()
	if rest := a.marking.finish(); rest != nil {
		return tea.Sequence(rest, tea.Quit)
	}
	return tea.Quit
}
