"""An article without a layer: annotated in another process while it is read."""

import asyncio
from collections.abc import Sequence
from contextlib import suppress
from typing import ClassVar

from textual.message import Message
from textual.worker import Worker, WorkerError, WorkerState

from reader.errors import NewsreaderError
from reader.model.index import Annotations
from reader.model.layer import Layer
from reader.tui.annotator import COMMAND, Stage, annotate
from reader.tui.bars import annotating_words
from reader.tui.loading import LayerState
from reader.tui.saving import save_beside
from reader.tui.screens.reading import ReadingScreen
from reader.tui.words import counted


class AnnotatingScreen(ReadingScreen):
    """Starts the annotation where a layer is wanting, shows its progress and what it found."""

    ANNOTATE_COMMAND: ClassVar[Sequence[str]] = COMMAND
    """What annotates; tests put another program here."""

    class StageReached(Message):
        """The annotation is a step further."""

        def __init__(self, stage: Stage) -> None:
            super().__init__()
            self.stage = stage

    class Annotated(Message):
        """The layer is there."""

        def __init__(self, layer: Layer) -> None:
            super().__init__()
            self.layer = layer

    class AnnotationFailed(Message):
        """There will be no layer."""

        def __init__(self, reason: str) -> None:
            super().__init__()
            self.reason = reason

    class SavingFailed(AnnotationFailed):
        """The layer is there, but not on disk."""

    _reason = ""
    _worker: Worker[None] | None = None

    def start_annotating(self, reason: str = "") -> None:
        """Have the article annotated; one that is under way begins anew.

        Args:
            reason: What is wrong with the layer that there is.
        """
        self.layer_state = LayerState.ANNOTATING
        self._reason = reason
        self.banner.show_progress(annotating_words(reason), 0, 1)
        self.show_filtered()
        self._worker = self.run_worker(
            self._annotate(), group="annotation", exclusive=True, exit_on_error=False
        )

    async def on_unmount(self) -> None:
        """Let no annotating process, nor what is open to it, outlive the screen."""
        if self._worker is not None:
            self._worker.cancel()
            with suppress(WorkerError):
                await self._worker.wait()

    def action_annotate_again(self) -> None:
        """Make the layer anew."""
        self.start_annotating()

    async def _annotate(self) -> None:
        article = self.opened.annotations.article
        try:
            layer = await annotate(article, self._report, self.ANNOTATE_COMMAND)
        except NewsreaderError as error:
            self.post_message(self.AnnotationFailed(str(error)))
            return
        self.post_message(self.Annotated(layer))
        if article.path is None:
            return
        try:
            await asyncio.to_thread(save_beside, article.path, layer)
        except NewsreaderError as error:
            self.post_message(self.SavingFailed(str(error)))

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """Say so where something went wrong that nobody foresaw, and let the reader read on."""
        if event.worker.group == "annotation" and event.state == WorkerState.ERROR:
            self.post_message(self.AnnotationFailed(repr(event.worker.error)))

    def _report(self, stage: Stage) -> None:
        self.post_message(self.StageReached(stage))

    def on_annotating_screen_stage_reached(self, event: StageReached) -> None:
        """Show how far it is."""
        stage = event.stage
        self.banner.show_progress(
            annotating_words(self._reason, stage.stage), stage.done, stage.total
        )

    def on_annotating_screen_annotated(self, event: Annotated) -> None:
        """Show what was found; the reader's place stays."""
        annotations = Annotations(self.opened.annotations.article, event.layer)
        self.layer_state = LayerState.OK
        self.banner.hide()
        self.show_annotations(annotations)
        quotes = counted(len(annotations.quotes), "quote")
        self.note(f"annotated: {quotes}, {counted(len(annotations.entities), 'name')}")

    def on_annotating_screen_annotation_failed(self, event: AnnotationFailed) -> None:
        """Say why there are no marks."""
        there = self.cursor.annotations.layer.runs
        self.layer_state = LayerState.OK if there else LayerState.NONE
        self.banner.warn(f"not annotated: {event.reason}")
        self.show_filtered()

    def on_annotating_screen_saving_failed(self, event: SavingFailed) -> None:
        """Say why it will have to be made again next time."""
        self.layer_state = LayerState.NOT_SAVED
        self.banner.warn(f"not saved: {event.reason}")
        self.show_heading()
