// Keeps what is being written on the server: a few seconds after the last key, when a field is left, and when the page
// goes away. Nothing is kept in the browser. Without this script the button "Keep for later" does the same.
(function () {
  "use strict";
  var form = document.querySelector("form[data-keep]");
  if (!form || !window.fetch) { return; }
  var said = document.getElementById("kept");
  var revision = form.elements.namedItem("revision");
  var last = written(), timer = null, busy = false, wanted = false;

  function written() {
    var data = new FormData(form);
    data.delete("revision");
    return new URLSearchParams(data).toString();
  }

  function body() {
    // A field of the form may be called "action", and would stand before the form's own.
    var parts = form.getAttribute("action").split("/"), at = parts.indexOf("child");
    var data = new URLSearchParams(new FormData(form));
    data.set("child", decodeURIComponent(parts[at + 1]));
    data.set("act", parts[at + 3].split("?")[0]);
    return data;
  }

  function keep(leaving) {
    window.clearTimeout(timer);
    var now = written();
    if (now === last) { return; }
    if (busy && !leaving) { wanted = true; return; }
    busy = true;
    revision.value = String(Number(revision.value) + 1);
    window.fetch(form.dataset.keep, {
      method: "POST", body: body(), credentials: "same-origin", keepalive: leaving === true
    }).then(function (answer) {
      if (!answer.ok) { throw new Error("not kept"); }
      return answer.json();
    }).then(function (answer) {
      last = now;
      said.textContent = "Kept. Nobody else sees it until you save.";
    }).catch(function () {
      said.textContent = "Not kept yet: the server does not answer. Your words are still on this page; we keep trying.";
      timer = window.setTimeout(keep, 3000);
    }).then(function () {
      busy = false;
      if (wanted) { wanted = false; keep(); }
    });
  }

  form.addEventListener("input", function () {
    window.clearTimeout(timer);
    timer = window.setTimeout(keep, 2000);
  });
  form.addEventListener("submit", function () {
    window.clearTimeout(timer);
    revision.value = String(Number(revision.value) + 1);
    last = written();
  });
  form.addEventListener("focusout", function () { keep(); });
  window.addEventListener("pagehide", function () { keep(true); });
  document.addEventListener("visibilitychange", function () { if (document.hidden) { keep(true); } });
}());
