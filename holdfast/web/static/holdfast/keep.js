// Keeps what is being written on the server: a few seconds after the last key, when a field is left, and when the page
// goes away. Nothing is kept in the browser. Without this script the button "Keep for later" does the same.
(function () {
  "use strict";
  if (!window.fetch) { return; }
  var SILENT = "the server does not answer";
  var REFUSED = "Not kept: this form is no longer yours to save. Your words are still on this page: copy them, or press "
    + "Save and read what comes back.";
  Array.prototype.forEach.call(document.querySelectorAll("form[data-keep]"), keeping);

  function keeping(form) {
    var said = form.querySelector("#kept, [data-kept]");
    var revision = form.elements.namedItem("revision");
    var last = written(), timer = null, busy = false, wanted = false;

    function written() {
      var data = new FormData(form);
      data.delete("revision");
      return new URLSearchParams(data).toString();
    }

    function body() {
      var data = new URLSearchParams(new FormData(form));
      data.set("child", form.dataset.about);
      data.set("act", form.dataset.act);
      return data;
    }

    function keep(leaving) {
      window.clearTimeout(timer);
      timer = null;
      var now = written();
      if (now === last) { return; }
      if (busy && !leaving) { wanted = true; return; }
      busy = true;
      revision.value = String(Number(revision.value) + 1);
      window.fetch(form.dataset.keep, {
        method: "POST", body: body(), credentials: "same-origin", keepalive: leaving === true,
        // A network that swallows what is sent says nothing: without an end of its own this would wait for ever.
        signal: window.AbortSignal && AbortSignal.timeout ? AbortSignal.timeout(8000) : undefined
      }).then(function (answer) {
        // Whose form it is no more, or not known to be: to ask again would change nothing.
        if (answer.status === 404 || answer.status === 409) { return { refused: true }; }
        if (!answer.ok) { throw new Error("not kept"); }
        return answer.json();
      }, function () { throw new Error(SILENT); }).then(function (answer) {
        // What the server did not keep is not kept: newer words came first, or this very form is on record.
        last = now;
        said.textContent = answer.refused ? REFUSED
          : !answer.kept ? "Nothing new to keep: these words are on record, or newer ones are kept."
          : answer.parted
          ? "Kept for you alone, under Words not on record. It is no longer yours to save: the record changed who does this."
          : answer.ended
          ? "Kept for whoever opened this page. Your seat has ended: enter again, and you find your words."
          : "Kept. Nobody else sees it until you save.";
      }).catch(function (problem) {
        said.textContent = "Not kept yet: " + (problem.message === SILENT ? SILENT : "the server could not keep it")
          + ". Your words are still on this page; we keep trying.";
        timer = timer || window.setTimeout(keep, 3000);
      }).then(function () {
        busy = false;
        if (wanted) { wanted = false; keep(); }
      });
    }

    form.addEventListener("input", function () {
      // Not begun anew by each key: whoever types without a rest would never be kept.
      timer = timer || window.setTimeout(keep, 2000);
    });
    form.addEventListener("submit", function () {
      window.clearTimeout(timer);
      revision.value = String(Number(revision.value) + 1);
      last = written();
    });
    form.addEventListener("focusout", function () { keep(); });
    window.addEventListener("pagehide", function () { keep(true); });
    document.addEventListener("visibilitychange", function () { if (document.hidden) { keep(true); } });
  }
}());
